package dev.touchstone.app.ui.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server on this computer that agrees to whatever it is told, and keeps nothing. */
final class WillingMailServer implements AutoCloseable {

  private static final String AGREED = "250 2.0.0 OK\r\n";

  private final ServerSocket socket;

  private WillingMailServer(ServerSocket socket) {
    this.socket = socket;
  }

  static WillingMailServer start() throws IOException {
    WillingMailServer server =
        new WillingMailServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(server::listen);
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException e) {
        // the client left, or the server was closed; either is an end
      }
    }
  }

  private static void converse(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = client.getOutputStream();
    say(out, "220 mail.touchstone.example ESMTP\r\n");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
        case "EHLO" ->
            say(out, "250-mail.touchstone.example\r\n250-SIZE 10240000\r\n250 8BITMIME\r\n");
        case "DATA" -> say(out, "354 Go on\r\n");
        case "QUIT" -> {
          say(out, "221 2.0.0 Bye\r\n");
          return;
        }
        default -> say(out, AGREED);
      }
    }
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
