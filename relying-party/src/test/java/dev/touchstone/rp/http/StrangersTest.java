package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.http.guard.Rates;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has no account learns nothing of those who have one. */
final class StrangersTest {

  private static final String ADA = "ada@example.org";
  private static final String NOBODY = "bob@example.org";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder, it -> it.withRates(Rates.UNLIMITED));
    served.register(ADA, served.browser);
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void anUnknownAddressIsAnsweredInTheSameShape() throws Exception {
    HttpResponse<String> known = begin(ADA);
    HttpResponse<String> unknown = begin(NOBODY);

    assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
    assertThat(shape(json(unknown))).isEqualTo(shape(json(known)));
    assertThat(headers(unknown)).isEqualTo(headers(known));
    assertThat(shape(claims(unknown))).isEqualTo(shape(claims(known)));
  }

  @Test
  void theCredentialThatDoesNotExistIsTheSameEachTime() throws Exception {
    String first = json(begin(NOBODY)).at("/publicKey/allowCredentials/0/id").asText();
    String second =
        json(begin(" BOB@example.org ")).at("/publicKey/allowCredentials/0/id").asText();
    String other = json(begin("eve@example.org")).at("/publicKey/allowCredentials/0/id").asText();

    assertThat(first).isEqualTo(second).isNotEqualTo(other).hasSizeGreaterThan(40);
    assertThat(claims(begin(NOBODY)).get("sub")).isEqualTo(claims(begin(NOBODY)).get("sub"));
  }

  @Test
  void anAnswerForAnUnknownAddressIsRefusedLikeAWrongOne() throws Exception {
    ObjectNode options = json(begin(NOBODY));
    ObjectNode mine = json(begin(ADA));
    ObjectNode forged = options.deepCopy();
    ((ObjectNode) forged.get("publicKey"))
        .set("allowCredentials", mine.at("/publicKey/allowCredentials"));
    ObjectNode complete = Served.MAPPER.createObjectNode().put("email", NOBODY);
    complete.set("assertion", Served.object(served.browser.signIn(forged.toString())));
    complete.set("challenge_token", options.get("challenge_token"));
    HttpResponse<String> unknown = served.post("/login/complete", complete.toString());

    String stale = served.assertion(ADA, served.browser).toString();
    served.post("/login/complete", stale);
    HttpResponse<String> wrong = served.post("/login/complete", stale);

    assertThat(code(unknown)).isEqualTo("401 sign_in_refused");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(headers(unknown)).isEqualTo(headers(wrong));
  }

  @Test
  void anAddressThatIsTakenBeginsARegistrationLikeAnyOther() throws Exception {
    HttpResponse<String> taken = served.post("/register/begin", Served.person(ADA));
    HttpResponse<String> free = served.post("/register/begin", Served.person(NOBODY));

    assertThat(taken.statusCode()).isEqualTo(free.statusCode()).isEqualTo(200);
    assertThat(shape(json(taken))).isEqualTo(shape(json(free)));
    assertThat(headers(taken)).isEqualTo(headers(free));
    assertThat(shape(claims(taken))).isEqualTo(shape(claims(free)));
  }

  /**
   * Compares medians of samples that are taken in turns, so that whatever slows the machine down
   * slows both; the band is wide: a difference that can be seen from afar would be several times as
   * large, since a sign-in that is cut short answers in a fraction of the time. It would be so each
   * time, so one of several is enough on a computer that is busy with something else.
   */
  @Test
  void anUnknownAddressIsAnsweredInTheSameTime() throws Exception {
    for (int i = 0; i < 40; i++) {
      nanos(ADA);
      nanos(NOBODY);
    }
    List<Double> ratios = new ArrayList<>();
    while (ratios.size() < 4 && ratios.stream().noneMatch(it -> it >= 0.6 && it <= 1.67)) {
      ratios.add(ratio());
    }
    assertThat(ratios.getLast()).as("of %s", ratios).isBetween(0.6, 1.67);
  }

  private double ratio() throws Exception {
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      known.add(nanos(ADA));
      unknown.add(nanos(NOBODY));
    }
    return (double) median(unknown) / median(known);
  }

  private long nanos(String email) throws Exception {
    String body = "{\"email\":\"%s\"}".formatted(email);
    long start = System.nanoTime();
    served.post("/login/begin", body);
    return System.nanoTime() - start;
  }

  private static long median(List<Long> samples) {
    return samples.stream().sorted().skip(samples.size() / 2).findFirst().orElseThrow();
  }

  private HttpResponse<String> begin(String email) throws Exception {
    return served.post(
        "/login/begin", Served.MAPPER.createObjectNode().put("email", email).toString());
  }

  private static JsonNode claims(HttpResponse<String> response) throws Exception {
    String token = json(response).get("challenge_token").asText();
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Served.MAPPER.readTree(new String(claims, StandardCharsets.UTF_8));
  }

  /** The names and types of all members. */
  private static Set<String> shape(JsonNode node) {
    Set<String> shape = new TreeSet<>();
    shape("", node, shape);
    return shape;
  }

  private static void shape(String at, JsonNode node, Set<String> shape) {
    shape.add(at + " " + node.getNodeType());
    node.properties().forEach(it -> shape(at + "/" + it.getKey(), it.getValue(), shape));
    if (node.isArray() && !at.endsWith("transports")) {
      for (int i = 0; i < node.size(); i++) {
        shape(at + "/" + i, node.get(i), shape);
      }
    }
  }

  private static List<String> headers(HttpResponse<String> response) {
    return response.headers().map().keySet().stream()
        .filter(it -> !Arrays.asList("date", "content-length").contains(it))
        .sorted()
        .toList();
  }
}
