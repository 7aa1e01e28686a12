package dev.touchstone.rp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.http.guard.Rates;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** A body of any bytes at any route that takes one: an answer or a problem, never a defect. */
final class HttpFuzzTest {

  private static final List<String> PATHS =
      List.of(
          "/register/begin",
          "/register/complete",
          "/login/begin",
          "/login/complete",
          "/attestation/options",
          "/attestation/result",
          "/assertion/options",
          "/assertion/result",
          "/enrol/begin",
          "/enrol/complete",
          "/api/auth/register",
          "/api/auth/verify-otp",
          "/api/auth/recover",
          "/api/auth/recover/verify");

  private static final List<Integer> EXPECTED = List.of(200, 201, 202, 400, 401, 409, 413, 422);

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder, it -> it.withConformance(true).withRates(Rates.UNLIMITED));
  }

  @AfterAll
  static void stop() throws Exception {
    served.close();
  }

  /** Bodies that are nearly right, each before the number of its route. */
  static byte[][] seeds() throws Exception {
    Path folder = Files.createTempDirectory("seeds");
    List<String> bodies = new ArrayList<>();
    try (Served other = new Served(folder)) {
      ObjectNode registration = other.registration("ada@example.org", other.browser);
      other.post("/register/complete", registration.toString());
      ObjectNode assertion = other.assertion("ada@example.org", other.browser);
      bodies.addAll(
          List.of(
              Served.person("ada@example.org"),
              registration.toString(),
              "{\"email\":\"ada@example.org\"}",
              assertion.toString(),
              "{\"username\":\"ada\",\"displayName\":\"Ada\",\"attestation\":\"direct\"}",
              registration.get("credential").toString(),
              "{\"username\":\"ada\",\"extensions\":{\"a\":[{}]}}",
              assertion.get("assertion").toString(),
              "{\"code\":\"ABCD-EFGH-JKMN-PQRS\",\"label\":\"blue\"}",
              registration.toString(),
              "{\"email\":\"bob@example.org\"}",
              "{\"email\":\"bob@example.org\",\"otp\":\"1234 5678\",\"first_name\":\"Bob\"}",
              "{\"email\":\"ada@example.org\"}",
              "{\"email\":\"ada@example.org\",\"otp\":\"1\",\"second_factor\":\"2\"}"));
    }
    byte[][] seeds = new byte[2 * PATHS.size()][];
    for (int i = 0; i < PATHS.size(); i++) {
      String body = bodies.get(i);
      seeds[2 * i] = seed(i, body);
      seeds[2 * i + 1] = seed(i, body.substring(0, body.length() / 2));
    }
    return seeds;
  }

  private static byte[] seed(int route, String body) {
    return ((char) route + body).getBytes(StandardCharsets.UTF_8);
  }

  @MethodSource("seeds")
  @FuzzTest
  void anyBodyGetsAnAnswer(byte[] input) throws Exception {
    if (input.length == 0) {
      return;
    }
    String path = PATHS.get((input[0] & 0xff) % PATHS.size());
    HttpResponse<String> response =
        served.send(
            HttpRequest.newBuilder(served.at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Arrays.copyOfRange(input, 1, input.length))));

    assertThat(response.statusCode()).as(response.body()).isIn(EXPECTED);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(response.body()).doesNotContain("Exception", "\tat ");
  }
}
