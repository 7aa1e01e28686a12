package dev.touchstone.app.request.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.app.FreePort;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Request;
import dev.touchstone.key.session.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class SenderTest {

  private final Cancellation cancellation = new Cancellation();

  @Test
  void aRequestGoesOutAsItIsWrittenAndTheAnswerComesBackWhole() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/echo",
        exchange -> {
          String told =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-Test")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] bytes = told.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.sendResponseHeaders(201, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      Request request =
          new Request(
              "PUT",
              "http://127.0.0.1:" + server.getAddress().getPort() + "/echo?a=b c|d",
              List.of(new Header("X-Test", "yes")),
              Body.of("grüß"),
              false);
      Exchange exchange = send(request);
      assertThat(exchange.answer().status()).isEqualTo(201);
      assertThat(exchange.answer().text()).isEqualTo("PUT /echo?a=b%20c%7Cd yes grüß");
      assertThat(exchange.answer().whole()).isTrue();
      assertThat(exchange.last().tls()).isEmpty();
      assertThat(exchange.last().timing().tls()).isZero();
      assertThat(exchange.total()).isPositive();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void timeIsTakenOfEachPhaseByAClockThatIsGiven() throws Exception {
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      long[] now = {0};
      Exchange exchange =
          new Sender(() -> now[0] += 1_000_000)
              .send(Request.of("GET", server.url()), Wish.usual(), cancellation);
      Duration tick = Duration.ofMillis(1);
      assertThat(exchange.last().timing())
          .isEqualTo(new Timing(tick, tick, Duration.ZERO, tick, tick, tick));
    }
  }

  @Test
  void chunksAreJoinedAndInterimAnswersPassedOver() throws Exception {
    try (RawServer server =
        RawServer.saying(
            """
            HTTP/1.1 103 Early Hints
            Link: </x>

            HTTP/1.1 200 OK
            Transfer-Encoding: chunked

            3;x=y
            abc
            2
            de
            0
            X-Trailer: 1

            """
                .replace("\n", "\r\n"))) {
      Answer answer = send(Request.of("GET", server.url())).answer();
      assertThat(answer.text()).isEqualTo("abcde");
      assertThat(answer.whole()).isTrue();
    }
  }

  @Test
  void whatCameOfAnAnswerThatBreaksOffIsNotLost() throws Exception {
    for (String cut :
        List.of(
            "Content-Length: 4096\r\n\r\nhalf of i",
            "Transfer-Encoding: chunked\r\n\r\n20\r\nhalf of i",
            "Transfer-Encoding: chunked\r\n\r\n9\r\nhalf of i\r\n")) {
      try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n" + cut)) {
        Answer answer = send(Request.of("GET", server.url())).answer();
        assertThat(answer.text()).as(cut).isEqualTo("half of i");
        assertThat(answer.whole()).as(cut).isFalse();
        assertThat(answer.warnings()).as(cut).singleElement().asString().contains("broke off");
      }
    }
  }

  @Test
  void aBombIsUnpackedUpToTheLimitOnly() throws Exception {
    byte[] bomb = gzip(new byte[8 << 20]);
    assertThat(bomb.length).isLessThan(20_000);
    try (RawServer server = packed(bomb)) {
      Wish wish = new Wish(Optional.empty(), false, Limits.usual().ofBody(1 << 20));
      Answer answer =
          new Sender(System::nanoTime)
              .send(Request.of("GET", server.url()), wish, cancellation)
              .answer();
      assertThat(answer.body()).hasSize(1 << 20);
      assertThat(answer.whole()).isFalse();
      assertThat(answer.warnings()).containsExactly(Unpacking.TOO_LARGE);
    }
  }

  @Test
  void aPackedAnswerIsUnpackedAndADamagedOneSaidToBeDamaged() throws Exception {
    byte[] good = gzip("hello".getBytes(StandardCharsets.UTF_8));
    try (RawServer server = packed(good)) {
      assertThat(send(Request.of("GET", server.url())).answer().text()).isEqualTo("hello");
    }
    good[good.length - 5] ^= 1;
    try (RawServer server = packed(good)) {
      assertThat(send(Request.of("GET", server.url())).answer().warnings())
          .singleElement()
          .asString()
          .contains("damaged");
    }
  }

  @Test
  void aBodyWithoutAnEndIsReadUpToTheLimitOnly() throws Exception {
    RawServer.Talk endless =
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(new byte[1 << 16]);
          }
        };
    try (RawServer server = new RawServer(endless)) {
      Wish wish = new Wish(Optional.empty(), false, Limits.usual().ofBody(100_000));
      Answer answer =
          new Sender(System::nanoTime)
              .send(Request.of("GET", server.url()), wish, cancellation)
              .answer();
      assertThat(answer.body()).hasSize(100_000);
      assertThat(answer.whole()).isFalse();
    }
  }

  @Test
  void whatIsNoHttpIsSaidToBeNone() throws Exception {
    String endlessHead = "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(100_000);
    for (String odd :
        List.of(
            "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "\u0015\u0003\u0003", endlessHead)) {
      try (RawServer server = RawServer.saying(odd)) {
        Failure failure = failing(Request.of("GET", server.url()));
        assertThat(failure.advice().happened()).contains("no HTTP/1.1");
      }
    }
    try (RawServer server =
        RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx")) {
      assertThat(failing(Request.of("GET", server.url())).advice().happened()).contains("length");
    }
  }

  @Test
  void whoeverHangsUpWithoutAWordIsNamed() throws Exception {
    try (RawServer server = RawServer.saying("")) {
      Failure failure = failing(Request.of("GET", server.url()));
      assertThat(failure.advice().happened()).contains("broke off before there was an answer");
      assertThat(failure.advice().cost()).contains("is not known");
    }
  }

  @Test
  void nobodyThereAndAnUnknownNameAreToldApart() throws Exception {
    int port = FreePort.any();
    assertThat(failing(Request.of("GET", "http://127.0.0.1:" + port)).advice().happened())
        .isEqualTo("Nobody answers at http://127.0.0.1:%d.".formatted(port));
    assertThat(failing(Request.of("GET", "http://nowhere.invalid/")).advice().happened())
        .isEqualTo("No computer of the name nowhere.invalid is known.");
  }

  @Test
  void aServerThatTakesTooLongIsLeft() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = new RawServer(_ -> never.await())) {
      Wish wish = new Wish(Optional.empty(), false, Limits.usual().within(Duration.ofMillis(100)));
      Failure failure =
          catchThrowableOfType(
              Failure.class,
              () ->
                  new Sender(System::nanoTime)
                      .send(Request.of("GET", server.url()), wish, cancellation));
      assertThat(failure.advice().happened()).contains("did not answer in time");
    } finally {
      never.countDown();
    }
  }

  @Test
  void aRequestIsStoppedInTheMiddle() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    RawServer.Talk slow =
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc".getBytes(StandardCharsets.UTF_8));
          out.flush();
          cancellation.cancel();
          never.await();
        };
    try (RawServer server = new RawServer(slow)) {
      Failure failure = failing(Request.of("GET", server.url()));
      assertThat(failure.advice().kind()).isEqualTo(Advice.Kind.CANCELLED);
    } finally {
      never.countDown();
    }
  }

  @Test
  void aRedirectIsAnAnswerUnlessItIsToBeFollowed() throws Exception {
    try (RawServer server =
        RawServer.saying("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(send(Request.of("GET", server.url())).answer().status()).isEqualTo(302);
      assertThat(server.heads()).hasSize(1);
      Exchange circle = send(Request.of("GET", server.url()).following(true));
      assertThat(circle.hops()).hasSize(11);
      assertThat(circle.notFollowed()).contains("after 10 redirects");
    }
  }

  @Test
  void anotherOriginGetsNoTokenNoCookieAndNoUnknownHeader() throws Exception {
    try (RawServer there = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        RawServer here =
            RawServer.saying(
                "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                    .formatted(there.url()))) {
      Request request =
          Request.of("GET", here.url())
              .with("Authorization", "Bearer geheim")
              .with("Cookie", "a=geheim")
              .with("X-Api-Key", "geheim")
              .with("Host", "127.0.0.1:1")
              .with("Accept", "text/plain")
              .following(true);
      Exchange exchange = send(request);
      assertThat(exchange.answer().text()).isEqualTo("ok");
      assertThat(here.heads().getFirst()).contains("Bearer geheim");
      assertThat(there.heads().getFirst())
          .contains("Accept: text/plain")
          .doesNotContain("geheim", "Authorization", "Cookie", "X-Api-Key", "127.0.0.1:1\r");
      assertThat(exchange.last().dropped())
          .containsExactly("Authorization", "Cookie", "X-Api-Key", "Host");
    }
  }

  @Test
  void aBodyIsNotHandedToAnotherOrigin() throws Exception {
    try (RawServer there = RawServer.saying("HTTP/1.1 200 OK\r\n\r\n");
        RawServer here =
            RawServer.saying(
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                    .formatted(there.url()))) {
      Exchange exchange = send(new Request("POST", here.url(), List.of(), Body.of("geheim"), true));
      assertThat(exchange.answer().status()).isEqualTo(307);
      assertThat(exchange.notFollowed()).contains("would hand the body to another server");
      assertThat(there.heads()).isEmpty();
    }
  }

  @Test
  void nameAndPasswordInAnAddressAreBasicAuthentication() throws Exception {
    try (RawServer server = RawServer.saying("HTTP/1.1 204 No Content\r\n\r\n")) {
      String url = server.url().replace("//", "//ada:p%40ss@");
      assertThat(send(Request.of("GET", url)).answer().status()).isEqualTo(204);
      assertThat(server.heads().getFirst()).contains("Authorization: Basic YWRhOnBAc3M=");
    }
  }

  @Test
  void aLineFeedInAHeaderBeginsNoOtherHeader() throws Exception {
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n\r\n")) {
      Failure failure =
          failing(Request.of("GET", server.url()).with("X", "a\r\nAuthorization: stolen"));
      assertThat(failure.advice().kind()).isEqualTo(Advice.Kind.USAGE);
      assertThat(failing(Request.of("GE T", server.url())).advice().happened())
          .contains("no method");
      assertThat(server.heads()).isEmpty();
    }
  }

  private Exchange send(Request request) throws Failure {
    return new Sender(System::nanoTime).send(request, Wish.usual(), cancellation);
  }

  private Failure failing(Request request) {
    Failure failure = catchThrowableOfType(Failure.class, () -> send(request));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static RawServer packed(byte[] bytes) throws IOException {
    return new RawServer(out -> {
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
              .formatted(bytes.length)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
    });
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
