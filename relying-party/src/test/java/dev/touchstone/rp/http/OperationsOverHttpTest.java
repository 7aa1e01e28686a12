package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.bearer;
import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.address.AddressRange;
import dev.touchstone.rp.audit.address.ForwardedAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What collectors, load balancers and browsers ask; the server is behind a proxy. */
final class OperationsOverHttpTest {

  private static final String ADA = "ada@example.org";
  private static final String RELATED = "https://sign-in.example";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    ForwardedAddress proxy =
        new ForwardedAddress(
            List.of(AddressRange.parse("127.0.0.1/32")), ForwardedAddress.Header.X_FORWARDED_FOR);
    served =
        Served.at(
            folder,
            List.of(Served.ORIGIN, RELATED),
            it -> it.withForwarded(proxy).withOrigins(List.of(Served.ORIGIN, RELATED)));
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void requestsAreCountedByRouteAndStatusAndNameNobody() throws Exception {
    String token = served.token(ADA, served.browser);
    String id = served.rp.user(ADA).orElseThrow().handle();
    served.get("/users/" + id, bearer(token));
    served.get("/users/" + id, bearer("x.y.z"));
    served.get("/no-such-place");

    String metrics = served.get("/metrics").body();
    assertThat(metrics)
        .contains(
            "# TYPE touchstone_http_requests_total counter\n",
            "touchstone_http_requests_total{method=\"GET\",route=\"/users/{id}\",status=\"200\"}"
                + " 1\n",
            "touchstone_http_requests_total{method=\"GET\",route=\"/users/{id}\",status=\"401\"}"
                + " 1\n",
            "touchstone_http_requests_total{method=\"GET\",route=\"\",status=\"404\"} 1\n",
            "touchstone_http_request_duration_seconds_bucket{route=\"/users/{id}\",le=\"+Inf\"}"
                + " 2\n",
            "touchstone_http_request_duration_seconds_count{route=\"/users/{id}\"} 2\n")
        .doesNotContain(id, ADA, "no-such-place");
  }

  @Test
  void metricsAreForThisComputerAndForAuditors() throws Exception {
    assertThat(served.get("/metrics", "X-Forwarded-For", "192.0.2.7").statusCode()).isEqualTo(401);
    String token = served.token(ADA, served.browser);
    String[] elsewhere = {"X-Forwarded-For", "192.0.2.7", "Authorization", "Bearer " + token};
    assertThat(code(served.get("/metrics", elsewhere))).isEqualTo("403 forbidden");
    served.rp.administration().accounts().changeRole(ADA, Role.AUDITOR, Caller.CONSOLE);
    assertThat(served.get("/metrics", elsewhere).statusCode()).isEqualTo(200);
  }

  @Test
  void aRelatedOriginIsToldToBrowsersAndItsCeremoniesAreAccepted() throws Exception {
    assertThat(json(served.get("/.well-known/webauthn")).toString())
        .isEqualTo("{\"origins\":[\"%s\",\"%s\"]}".formatted(Served.ORIGIN, RELATED));

    BareClient there = new BareClient(served.key, RELATED).withPin("correct horse");
    assertThat(served.register(ADA, there).statusCode()).isEqualTo(201);
    assertThat(served.signIn(ADA, there).statusCode()).isEqualTo(200);
    assertThat(served.signIn(ADA, served.browser).statusCode()).isEqualTo(200);
    BareClient below = new BareClient(served.key, "https://www.sign-in.example");
    assertThat(code(served.signIn(ADA, below.withPin("correct horse"))))
        .isEqualTo("401 sign_in_refused");
  }

  @Test
  void everyAnswerTellsBrowsersToBeCareful() throws Exception {
    List<HttpResponse<String>> answers =
        List.of(
            served.get("/health"),
            served.get("/no-such-place"),
            served.get("/users/AAAA"),
            served.get("/" + "x".repeat(9000)),
            served.post("/login/begin", "{"));
    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .containsExactly(200, 404, 401, 414, 400);
    assertThat(answers.get(3).headers().firstValue("Connection")).contains("close");
    for (HttpResponse<String> answer : answers) {
      assertThat(answer.headers().map())
          .containsEntry(
              "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("x-frame-options", List.of("DENY"))
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .containsEntry("cache-control", List.of("no-store"))
          .doesNotContainKey("server");
    }
  }

  @Test
  void itSaysThatItIsAliveAndReady() throws Exception {
    assertThat(served.get("/health").body()).isEqualTo("{\"status\":\"alive\"}");
    assertThat(served.get("/ready").body()).isEqualTo("{\"status\":\"ready\"}");
  }
}
