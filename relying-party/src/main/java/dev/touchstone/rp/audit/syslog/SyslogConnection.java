package dev.touchstone.rp.audit.syslog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * An open connection to a receiver. A receiver of syslog never answers, so what was sent may be
 * lost with the connection; all that can be known is whether it is still open.
 */
public final class SyslogConnection implements AutoCloseable {

  private static final int GLANCE_MILLIS = 1;

  private final Socket socket;
  private final OutputStream out;

  private SyslogConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
  }

  /**
   * Connects. The name of a receiver that speaks TLS has to be in its certificate (RFC 5425 §5.2).
   *
   * @param trust whose certificates are believed
   * @param patience for the connection and the handshake
   * @throws IOException if nobody answers, or not the one who should
   */
  public static SyslogConnection open(SyslogTarget target, SSLContext trust, Duration patience)
      throws IOException {
    Socket socket = new Socket();
    try {
      int millis = Math.toIntExact(patience.toMillis());
      socket.connect(new InetSocketAddress(target.host(), target.port()), millis);
      socket.setSoTimeout(millis);
      if (target.tls()) {
        return new SyslogConnection(secured(socket, target, trust));
      }
      return new SyslogConnection(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static SSLSocket secured(Socket socket, SyslogTarget target, SSLContext trust)
      throws IOException {
    SSLSocket secured =
        (SSLSocket)
            trust.getSocketFactory().createSocket(socket, target.host(), target.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** Hands a message over; it may wait in a buffer until {@link #flush}. */
  public void send(byte[] frame) throws IOException {
    out.write(frame);
  }

  /** Sends what waits. */
  public void flush() throws IOException {
    out.flush();
  }

  /**
   * Looks whether the receiver is still there.
   *
   * @throws IOException if it has closed the connection
   */
  public void look() throws IOException {
    socket.setSoTimeout(GLANCE_MILLIS);
    readUntilItWaits();
  }

  /**
   * Says that nothing more comes, and waits for the receiver to have read everything.
   *
   * @return whether it closed the connection in this time, as most do
   */
  public boolean finish(Duration patience) throws IOException {
    flush();
    socket.shutdownOutput();
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    try {
      readUntilItWaits();
      return false;
    } catch (ReceiverGone e) {
      return true;
    }
  }

  private void readUntilItWaits() throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        // a receiver has nothing to say that we would understand
      }
      throw new ReceiverGone();
    } catch (SocketTimeoutException e) {
      // it is there, and silent
    }
  }

  private static final class ReceiverGone extends IOException {
    ReceiverGone() {
      super("The receiver has closed the connection.");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
