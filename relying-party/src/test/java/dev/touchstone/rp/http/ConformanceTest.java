package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void isNotThereUnlessSomebodyAskedForIt(@TempDir Path folder) throws Exception {
    try (Served served = new Served(folder)) {
      assertThat(served.post("/attestation/options", USER).statusCode()).isEqualTo(404);
    }
  }
}
