package dev.touchstone.rp.admin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver of syslog over TCP or TLS that counts octets and can break down. */
final class SyslogReceiver implements AutoCloseable {

  private final ServerSocket server;
  private final Thread accepting;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  SyslogReceiver(ServerSocket server) {
    this.server = server;
    this.accepting = Thread.ofVirtual().start(this::accept);
  }

  static SyslogReceiver tcp(int port) throws IOException {
    return new SyslogReceiver(new ServerSocket(port, 5, InetAddress.getLoopbackAddress()));
  }

  int port() {
    return server.getLocalPort();
  }

  String next() throws InterruptedException {
    String message = messages.poll(20, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message came");
    }
    return message;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> read(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void read(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      StringBuilder length = new StringBuilder();
      for (int it = in.read(); it >= 0; it = in.read()) {
        if (it == ' ') {
          byte[] message = in.readNBytes(Integer.parseInt(length.toString()));
          messages.add(new String(message, StandardCharsets.UTF_8));
          length.setLength(0);
        } else {
          length.append((char) it);
        }
      }
    } catch (IOException e) {
      // as when a receiver breaks down
    }
  }

  /**
   * Takes no more, and lets go of those who are there. The port is free only when the thread that
   * waits for connections has noticed: until then the system goes on accepting.
   */
  @Override
  public void close() throws IOException {
    server.close();
    try {
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Socket socket : open) {
      socket.close();
    }
  }
}
