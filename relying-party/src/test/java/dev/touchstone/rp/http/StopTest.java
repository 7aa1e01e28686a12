package dev.touchstone.rp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of clients when the server stops. */
final class StopTest {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private static final String PERSON = Served.person("ada@example.org");

  @TempDir private Path folder;

  @Test
  void aRequestThatHasBegunIsAnsweredAndNoFurtherOne() throws Exception {
    Served served = new Served(folder);
    try (Socket client = connect(served);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      OutputStream out = client.getOutputStream();
      out.write(head(PERSON.length()).getBytes(StandardCharsets.US_ASCII));
      out.write(PERSON.substring(0, 10).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      untilItIsAnswering(served);

      Future<?> stopped = threads.submit(served.server::close);
      untilNobodyGetsIn(served);
      out.write(PERSON.substring(10).getBytes(StandardCharsets.US_ASCII));
      out.flush();

      String answer =
          new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("challenge_token");
      stopped.get();
    } finally {
      served.close();
    }
  }

  @Test
  void aConnectionThatNobodyUsesEndsAtOnce() throws Exception {
    Served served = new Served(folder);
    try (Socket client = connect(served)) {
      client
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = client.getInputStream();
      readAnswer(in);

      served.server.close();

      assertThat(rest(in)).as("the answer was whole, and then the connection ended").isZero();
    } finally {
      served.close();
    }
  }

  /** Byte by byte: what comes after it is the test's business. */
  private static void readAnswer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).isNotNegative();
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    assertThat(length.find()).as(head.toString()).isTrue();
    in.readNBytes(Integer.parseInt(length.group(1)));
  }

  private static int rest(InputStream in) {
    try {
      return in.readAllBytes().length;
    } catch (IOException e) {
      return 0;
    }
  }

  private static Socket connect(Served served) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), served.server.port());
  }

  private static String head(int length) {
    return "POST /register/begin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: %d\r\n\r\n".formatted(length);
  }

  /** The request is on its way to the route as soon as a later one was answered. */
  private static void untilItIsAnswering(Served served) throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(served.get("/health").statusCode()).isEqualTo(200);
    }
  }

  private static void untilNobodyGetsIn(Served served) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try (Socket _ = connect(served)) {
        Thread.sleep(5);
      } catch (IOException e) {
        return;
      }
    }
  }
}
