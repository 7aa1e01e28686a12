package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.limit.Allowance;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConformanceTest {

  private static final String USER = "{\"username\":\"ada\",\"displayName\":\"Ada\"}";

  @Test
  void registersAndSignsInAndTellsWhyItRefuses(@TempDir Path folder) throws Exception {
    try (Served served = new Served(folder, it -> it.withConformance(true))) {
      ObjectNode creation = json(served.post("/attestation/options", USER));
      assertThat(creation.get("status").asText()).isEqualTo("ok");
      assertThat(creation.get("errorMessage").asText()).isEmpty();
      ObjectNode attestation = Served.object(served.browser.register(creation.toString()));
      attestation.set("getClientExtensionResults", attestation.remove("clientExtensionResults"));
      assertThat(served.post("/attestation/result", attestation.toString()).body())
          .isEqualTo("{\"status\":\"ok\",\"errorMessage\":\"\"}");

      ObjectNode request = json(served.post("/assertion/options", USER));
      String assertion = served.browser.signIn(request.toString());
      assertThat(json(served.post("/assertion/result", assertion)).get("status").asText())
          .isEqualTo("ok");
      HttpResponse<String> again = served.post("/assertion/result", assertion);
      assertThat(again.statusCode()).isEqualTo(400);
      assertThat(json(again).get("status").asText()).isEqualTo("failed");
      assertThat(json(again).get("errorMessage").asText()).contains("7.2.");
      assertThat(json(served.post("/attestation/options", "{")).get("status").asText())
          .isEqualTo("failed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/attestation/options | { | request | malformed_json",
        "/attestation/options | {\"username\":7} | request | /username has to be text",
        "/attestation/options |"
            + " {\"username\":\"ada\",\"authenticatorSelection\":{\"requireResidentKey\":1}} |"
            + " request | has to be true or false",
        "/attestation/options | {\"username\":\"ada\",\"attestation\":\"some\"} |"
            + " registration.begin | no attestation conveyance",
        "/attestation/options |"
            + " {\"username\":\"ada\",\"authenticatorSelection\":{\"authenticatorAttachment\":\"both\"}}"
            + " | request | platform or cross-platform",
        "/attestation/result | {\"id\":\"AA==\"} | request | /id has to be base64url without"
            + " padding",
        "/assertion/options | {\"username\":\"nobody\"} | sign-in.begin | no user",
        "/assertion/result | {\"id\":\"AA\",\"type\":\"public-key\",\"response\":7} | request |"
            + " clientDataJSON is missing",
        "/assertion/result |"
            + " {\"id\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"
            + " | sign-in.complete | no sign-in ceremony"
      })
  void whatItRefusesIsInTheTrail(
      String path, String body, String event, String reason, @TempDir Path folder)
      throws Exception {
    try (Served served = new Served(folder, it -> it.withConformance(true))) {
      HttpResponse<String> response = served.post(path, body);
      assertThat(response.statusCode()).isBetween(400, 499);
      assertThat(json(response).get("status").asText()).isEqualTo("failed");
      assertThat(served.trail(event)).hasSize(1);
      assertThat(served.trail(event).getFirst().outcome()).isEqualTo("refused");
      assertThat(served.lastReason(event)).contains(reason);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"residentKey\":false,\"authenticatorAttachment\":\"cross-platform\"} | discouraged",
        "{\"residentKey\":true,\"authenticatorAttachment\":\"cross-platform\"} | required",
        "{\"requireResidentKey\":true,\"authenticatorAttachment\":\"cross-platform\"} | required",
        "{\"residentKey\":\"preferred\",\"authenticatorAttachment\":\"cross-platform\"} | preferred"
      })
  void theSelectionIsUnderstoodAsBothEditionsOfWebAuthnWriteIt(
      String selection, String residentKey, @TempDir Path folder) throws Exception {
    try (Served served = new Served(folder, it -> it.withConformance(true))) {
      ObjectNode wish = Served.object(USER).put("attestation", "direct");
      wish.set("authenticatorSelection", Served.object(selection));
      ObjectNode creation = json(served.post("/attestation/options", wish.toString()));
      assertThat(creation.get("status").asText()).isEqualTo("ok");
      assertThat(creation.get("attestation").asText()).isEqualTo("direct");
      assertThat(creation.at("/authenticatorSelection/residentKey").asText())
          .isEqualTo(residentKey);
      assertThat(creation.at("/authenticatorSelection/authenticatorAttachment").asText())
          .isEqualTo("cross-platform");
    }
  }

  @Test
  void whoAsksTooOftenIsToldToWait(@TempDir Path folder) throws Exception {
    Rates few = new Rates(new Allowance(2, 2), Allowance.UNLIMITED, Rates.USUAL.tokens());
    try (Served served = new Served(folder, it -> it.withConformance(true).withRates(few))) {
      served.post("/attestation/options", USER);
      served.post("/attestation/options", USER);
      HttpResponse<String> refused = served.post("/attestation/options", USER);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("30");
      assertThat(json(refused).get("status").asText()).isEqualTo("failed");
      assertThat(served.lastReason(AuditEvents.ACCESS)).isEqualTo("too many requests");
    }
  }

  @Test
  void anIdThatIsLongerThanAnyIsRefused(@TempDir Path folder) throws Exception {
    try (Served served = new Served(folder, it -> it.withConformance(true))) {
      String body = "{\"id\":\"%s\"}".formatted("A".repeat(1368));
      HttpResponse<String> response = served.post("/attestation/result", body);
      assertThat(json(response).get("errorMessage").asText()).contains("1023 bytes");
    }
  }

  @Test
  void isNotThereUnlessSomebodyAskedForIt(@TempDir Path folder) throws Exception {
    try (Served served = new Served(folder)) {
      assertThat(served.post("/attestation/options", USER).statusCode()).isEqualTo(404);
    }
  }
}
