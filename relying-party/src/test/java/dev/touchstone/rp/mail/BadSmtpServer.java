package dev.touchstone.rp.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server by hand, which behaves well until it is told how not to. */
public final class BadSmtpServer implements AutoCloseable {

  /** What it does wrong. */
  public enum Fault {
    NONE,
    /** It takes the connection and says nothing. */
    SILENT,
    /** It knows addresses in ASCII only. */
    NO_SMTPUTF8,
    /** It knows no STARTTLS. */
    NO_STARTTLS,
    /** It says that TLS may begin, and speaks on in the clear. */
    BROKEN_TLS,
    /** It does not know the recipient. */
    REFUSES_RECIPIENT,
    /** It does not want mail of the sender. */
    REFUSES_SENDER,
    /** It knows no password. */
    REFUSES_LOGIN,
    /** It hangs up in the middle of a mail. */
    DIES_IN_DATA,
    /** It says 451 to the first mail and takes the next. */
    BUSY_ONCE,
    /** It says 554 to the mail itself. */
    REFUSES_MESSAGE
  }

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<String> recipients = new CopyOnWriteArrayList<>();
  private volatile Fault fault;

  public BadSmtpServer(Fault fault) throws IOException {
    this.fault = fault;
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** How many mails it took. */
  public int taken() {
    return taken.get();
  }

  public int connections() {
    return connections.get();
  }

  /** Each recipient that it was told, as it was told. */
  public List<String> recipients() {
    return recipients;
  }

  public void behave(Fault other) {
    fault = other;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream()) {
      if (fault == Fault.SILENT) {
        in.readLine();
        return;
      }
      say(out, "220 bad.example ESMTP");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("RCPT")) {
          recipients.add(line);
        }
        if (command.startsWith("EHLO")) {
          boolean starttls = fault == Fault.BROKEN_TLS;
          say(out, "250-bad.example");
          say(out, starttls ? "250-STARTTLS" : "250-8BITMIME");
          say(out, last());
        } else if (command.equals("STARTTLS")) {
          say(out, "220 go on");
          say(out, "220 but not encrypted");
        } else if (command.startsWith("AUTH")) {
          say(out, "535 5.7.8 no");
        } else if (command.startsWith("MAIL") && fault == Fault.REFUSES_SENDER) {
          say(out, "550 5.7.1 not you");
        } else if (command.startsWith("RCPT") && fault == Fault.REFUSES_RECIPIENT) {
          say(out, "550 5.1.1 nobody here\u0007 of that name");
        } else if (command.startsWith("RCPT")
            && fault == Fault.BUSY_ONCE
            && refused.getAndIncrement() == 0) {
          say(out, "451 4.7.1 greylisted");
        } else if (command.equals("DATA")) {
          say(out, "354 go on");
          if (!data(in, out)) {
            return;
          }
        } else if (command.equals("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 fine");
        }
      }
    } catch (IOException e) {
      // the client is gone
    }
  }

  private String last() {
    return switch (fault) {
      case REFUSES_LOGIN -> "250 AUTH PLAIN LOGIN";
      case NO_SMTPUTF8 -> "250 PIPELINING";
      default -> "250 SMTPUTF8";
    };
  }

  private boolean data(BufferedReader in, OutputStream out) throws IOException {
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (fault == Fault.DIES_IN_DATA) {
        return false;
      }
    }
    if (fault == Fault.REFUSES_MESSAGE) {
      say(out, "554 5.6.0 spam");
      return true;
    }
    taken.incrementAndGet();
    say(out, "250 taken");
    return true;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
