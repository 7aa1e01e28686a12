package dev.touchstone.key.transport.hid;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.TransportException.PacketGarbled;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/**
 * CTAPHID packets over a pipe of reports, CTAP 2.3 §11.2. A pipe carries the packets of every
 * program that talks to the key, so only those of our channel are passed on; and errors of the key
 * come out as {@link TransportException}.
 */
public final class ReportConnection implements FidoConnection {

  private static final int BROADCAST = 0xffffffff;
  private static final byte INIT = (byte) 0x86;
  private static final byte ERROR = (byte) 0xbf;
  private static final int PAYLOAD = 7;
  private static final int NONCE_LENGTH = 8;

  /** A key at work says so every 100 ms (§11.2.9.1.7); this allows for the slow ones. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ReportPipe pipe;
  private int channel = BROADCAST;
  private byte[] nonce = new byte[0];

  /**
   * @param pipe is closed with the connection
   */
  public ReportConnection(ReportPipe pipe) {
    this.pipe = pipe;
  }

  @Override
  public void send(byte[] packet) throws TransportException {
    channel = ByteBuffer.wrap(packet).getInt();
    if (packet[4] == INIT) {
      nonce = Arrays.copyOfRange(packet, PAYLOAD, PAYLOAD + NONCE_LENGTH);
    }
    pipe.write(packet.clone());
  }

  @Override
  public void receive(byte[] packet) throws TransportException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      byte[] report = pipe.read(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      if (report == null) {
        throw new DeviceTimedOut("The key does not answer.");
      }
      if (report.length != ReportPipe.REPORT_SIZE) {
        throw new PacketGarbled(
            "The key sent a report of " + report.length + " bytes where 64 were due.");
      }
      if (isForUs(report)) {
        // An error too, for whoever looks on: its packet is in the buffer when the exception comes.
        System.arraycopy(report, 0, packet, 0, report.length);
        if (report[4] == ERROR) {
          throw CtapHidErrors.of(report[PAYLOAD] & 0xff);
        }
        return;
      }
    }
  }

  private boolean isForUs(byte[] report) {
    if (ByteBuffer.wrap(report).getInt() != channel) {
      return false;
    }
    // Everybody who asks for a channel does so on the broadcast channel; the nonce tells us apart.
    return channel != BROADCAST
        || report[4] != INIT
        || Arrays.equals(report, PAYLOAD, PAYLOAD + NONCE_LENGTH, nonce, 0, NONCE_LENGTH);
  }

  @Override
  public void close() {
    pipe.close();
  }
}
