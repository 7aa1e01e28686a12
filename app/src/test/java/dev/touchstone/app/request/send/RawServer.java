package dev.touchstone.app.request.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each connection with the same bytes, whatever is asked, and hangs up. */
final class RawServer implements AutoCloseable {

  private final ServerSocket listening;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  interface Talk {
    void answer(OutputStream out) throws Exception;
  }

  RawServer(Talk talk) throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
              heads.add(head(socket.getInputStream()));
              talk.answer(socket.getOutputStream());
              socket.getOutputStream().flush();
            } catch (Exception e) {
              if (listening.isClosed()) {
                return;
              }
            }
          }
        });
  }

  static RawServer saying(String answer) throws IOException {
    return new RawServer(out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort() + "/";
  }

  List<String> heads() {
    return heads;
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      head.append((char) b);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
