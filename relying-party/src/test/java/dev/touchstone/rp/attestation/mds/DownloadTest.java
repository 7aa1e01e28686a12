package dev.touchstone.rp.attestation.mds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.rp.attestation.mds.DownloadFailed.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadTest {

  private static final int MEGABYTE = 1 << 20;

  private final LocalWeb web = new LocalWeb();
  private final Download download = new Download(MEGABYTE, Duration.ofSeconds(20));

  DownloadTest() throws IOException {}

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void aDocumentComesWithItsTag() throws Exception {
    web.on(
        "/blob",
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"seven\"");
          LocalWeb.answer(exchange, 200, bytes("content"));
        });

    Download.Answer.Body body =
        (Download.Answer.Body) download.get(web.address("/blob"), Optional.empty());

    assertThat(body.bytes().utf8()).isEqualTo("content");
    assertThat(body.etag()).contains("\"seven\"");
  }

  @Test
  void theTagIsSentAndNothingComesAgain() throws Exception {
    web.on(
        "/blob",
        exchange ->
            LocalWeb.answer(
                exchange,
                "\"seven\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    ? 304
                    : 200,
                new byte[0]));

    assertThat(download.get(web.address("/blob"), Optional.of("\"seven\"")))
        .isEqualTo(new Download.Answer.Unchanged());
  }

  @Test
  void aHundredMegabytesAreNotRead() {
    web.on(
        "/blob",
        exchange -> {
          exchange.sendResponseHeaders(200, 100L * MEGABYTE);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
              out.write(new byte[MEGABYTE]);
            }
          }
        });

    assertThat(failure("/blob").reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aBodyWithoutEndIsNotReadForEver() {
    web.on(
        "/blob",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          while (true) {
            out.write(new byte[MEGABYTE]);
          }
        });

    assertThat(failure("/blob").reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aServerThatStopsInTheMiddleIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    web.on(
        "/blob",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          wait(never);
        });
    Download hasty = new Download(MEGABYTE, Duration.ofMillis(300));

    DownloadFailed failed =
        catchThrowableOfType(
            DownloadFailed.class, () -> hasty.get(web.address("/blob"), Optional.empty()));

    assertThat(failed.reason()).isEqualTo(Reason.TOO_SLOW);
    never.countDown();
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    web.on("/blob", exchange -> wait(never));
    Download hasty = new Download(MEGABYTE, Duration.ofMillis(300));

    DownloadFailed failed =
        catchThrowableOfType(
            DownloadFailed.class, () -> hasty.get(web.address("/blob"), Optional.empty()));

    assertThat(failed.reason()).isEqualTo(Reason.TOO_SLOW);
    never.countDown();
  }

  @Test
  void anErrorOfTheServerIsToldWithItsNumber() {
    web.on("/blob", exchange -> LocalWeb.answer(exchange, 503, bytes("later")));

    assertThat(failure("/blob")).hasMessageContaining("HTTP 503");
    assertThat(failure("/blob").reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void aRedirectIsFollowed() throws Exception {
    web.on(
        "/old",
        exchange -> {
          exchange.getResponseHeaders().add("Location", web.address("/new").toString());
          LocalWeb.answer(exchange, 302, new byte[0]);
        });
    web.gives("/new", bytes("content"));

    assertThat(download.get(web.address("/old"), Optional.empty()))
        .isInstanceOf(Download.Answer.Body.class);
    assertThat(web.asked()).containsExactly("/old", "/new");
  }

  @Test
  void aRedirectToItselfEnds() {
    web.on(
        "/blob",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/blob");
          LocalWeb.answer(exchange, 302, new byte[0]);
        });

    assertThat(failure("/blob")).isNotNull();
    assertThat(web.asked()).hasSizeLessThan(20);
  }

  @Test
  void nobodyAtThatAddressIsTold() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    DownloadFailed failed =
        catchThrowableOfType(
            DownloadFailed.class,
            () -> download.get(URI.create("http://127.0.0.1:" + free), Optional.empty()));

    assertThat(failed.reason()).isEqualTo(Reason.NO_CONNECTION);
    assertThat(failed.because()).contains("127.0.0.1:" + free).contains("cannot be reached");
  }

  @Test
  void onlyTheWebIsAsked() {
    DownloadFailed failed =
        catchThrowableOfType(
            DownloadFailed.class,
            () -> download.get(URI.create("file:///etc/hostname"), Optional.empty()));

    assertThat(failed.reason()).isEqualTo(Reason.NOT_A_WEB_ADDRESS);
  }

  private DownloadFailed failure(String path) {
    return catchThrowableOfType(
        DownloadFailed.class, () -> download.get(web.address(path), Optional.empty()));
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
