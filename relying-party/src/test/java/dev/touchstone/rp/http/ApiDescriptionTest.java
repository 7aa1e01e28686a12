package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.bearer;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.http.problem.ProblemCode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /openapi.json} says is what the server does, and all that it does. */
final class ApiDescriptionTest {

  private static final String ADA = "ada@example.org";

  private Served served;
  private JsonNode description;
  private Schemas schemas;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    served = new Served(folder, it -> it.withConformance(true));
    description = json(served.get("/openapi.json"));
    schemas = new Schemas(description);
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void everyRouteIsDescribedAndNothingElse() {
    assertThat(described(description)).isEqualTo(answered(served.server));
  }

  @Test
  void whatIsNotServedIsNotDescribed(@TempDir Path other) throws Exception {
    try (Served usual = new Served(other)) {
      ObjectNode usually = json(usual.get("/openapi.json"));
      assertThat(described(usually)).isEqualTo(answered(usual.server));
      assertThat(usually.toString()).doesNotContain("\"Conformance\"");
    }
  }

  @Test
  void everyOperationHasItsOwnNameAndKnownTags() {
    List<String> tags = description.get("tags").findValuesAsText("name");
    List<String> names = new ArrayList<>();
    for (JsonNode operation : operations()) {
      names.add(operation.get("operationId").asText());
      assertThat(tags).contains(operation.at("/tags/0").asText());
      assertThat(operation.get("summary").asText()).isNotEmpty();
      assertThat(operation.get("responses")).isNotEmpty();
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = description.findValuesAsText("$ref");
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(description.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void everyExampleIsAsItsSchemaSays() {
    List<JsonNode> examples = description.findParents("example");
    assertThat(examples).hasSizeGreaterThan(20);
    for (JsonNode media : examples) {
      assertThat(schemas.complaints(media.get("schema"), media.get("example")))
          .as(media.get("example").toString())
          .isEmpty();
    }
  }

  @Test
  void everyCodeOfAProblemIsDescribed() {
    List<String> codes = new ArrayList<>();
    description
        .at("/components/schemas/Problem/properties/code/enum")
        .forEach(it -> codes.add(it.asText()));
    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ProblemCode.values()).map(ProblemCode::word).toList());
  }

  @Test
  void whatTheServerTakesAndAnswersIsAsDescribed() throws Exception {
    takes("post", "/register/begin", Served.person(ADA));
    HttpResponse<String> begun = served.post("/register/begin", Served.person(ADA));
    answers("post", "/register/begin", begun);
    String registration = served.registration(ADA, served.browser).toString();
    takes("post", "/register/complete", registration);
    answers("post", "/register/complete", served.post("/register/complete", registration));
    answers("post", "/register/complete", served.post("/register/complete", registration));
    answers("post", "/register/begin", served.post("/register/begin", "{\"email\":7}"));

    answers("post", "/login/begin", served.post("/login/begin", "{\"email\":\"" + ADA + "\"}"));
    String assertion = served.assertion(ADA, served.browser).toString();
    takes("post", "/login/complete", assertion);
    HttpResponse<String> session = served.post("/login/complete", assertion);
    answers("post", "/login/complete", session);
    answers("post", "/login/complete", served.post("/login/complete", assertion));

    served.rp.administration().accounts().changeRole(ADA, Role.ADMIN, Caller.CONSOLE);
    String token = json(session).get("access_token").asText();
    String user = "/users/" + json(session).at("/user/id").asText();
    reads("/users", "/users?limit=1", token);
    reads("/users", "/users?limit=none", token);
    reads("/users/{id}", user, token);
    reads("/users/{id}", user, "x.y.z");
    reads("/users/{id}", "/users/AAAA", token);
    reads("/users/{id}/credentials", user + "/credentials", token);
    reads("/auth/otp", "/auth/otp", token);
    reads("/audit", "/audit", token);
    reads("/audit", "/audit?outcome=maybe", token);
    reads("/audit/addresses", "/audit/addresses", token);
    reads("/audit/addresses", "/audit/addresses?from=yesterday", token);
    reads("/audit/verification", "/audit/verification", token);
    for (String open : List.of("/health", "/ready", "/openapi.json", "/.well-known/webauthn")) {
      reads(open, open, token);
    }
    changes("patch", "/users/{id}", user, "{\"job_title\":\"Countess\"}", token);
    changes("patch", "/users/{id}", user, "{\"title\":\"Countess\"}", token);
    changes("delete", "/users/{id}", user, "", token);
    String credential = user + "/credentials/" + served.rp.credentials(ADA).getFirst().id();
    String pattern = "/users/{id}/credentials/{credential}";
    reads(pattern, credential, token);
    reads(pattern, user + "/credentials/AAAA", token);
    changes("patch", pattern, credential, "{\"label\":\"blue\"}", token);
    changes("delete", pattern, credential, "", token);
    changes("delete", pattern, credential, "", token);
  }

  @Test
  void theInterfaceForTestingServersIsAsDescribed() throws Exception {
    String wish = "{\"username\":\"ada\",\"displayName\":\"Ada\"}";
    takes("post", "/attestation/options", wish);
    HttpResponse<String> options = served.post("/attestation/options", wish);
    answers("post", "/attestation/options", options);
    answers("post", "/attestation/options", served.post("/attestation/options", "{}"));
    answers("post", "/assertion/options", served.post("/assertion/options", wish));
    answers("post", "/attestation/result", served.post("/attestation/result", "{}"));
  }

  private void reads(String pattern, String path, String token) throws Exception {
    answers("get", pattern, served.get(path, bearer(token)));
  }

  private void changes(String method, String pattern, String path, String body, String token)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(served.at(path))
            .headers(bearer(token))
            .header("Content-Type", "application/json")
            .method(method.toUpperCase(java.util.Locale.ROOT), BodyPublishers.ofString(body));
    answers(method, pattern, served.send(request));
  }

  private void takes(String method, String path, String body) throws Exception {
    JsonNode schema = operation(method, path).at("/requestBody/content/application~1json/schema");
    assertThat(schemas.complaints(schema, Served.object(body))).isEmpty();
  }

  private void answers(String method, String path, HttpResponse<String> response) throws Exception {
    JsonNode declared =
        schemas.resolved(operation(method, path).at("/responses/" + response.statusCode()));
    assertThat(declared.isMissingNode())
        .as("%s %s answers %d %s", method, path, response.statusCode(), response.body())
        .isFalse();
    if (!declared.has("content")) {
      assertThat(response.body()).isEmpty();
      return;
    }
    Map.Entry<String, JsonNode> media = declared.get("content").properties().iterator().next();
    assertThat(response.headers().firstValue("Content-Type")).contains(media.getKey());
    assertThat(schemas.complaints(media.getValue().get("schema"), json(response)))
        .as("%s %s answered %s", method, path, response.body())
        .isEmpty();
  }

  private JsonNode operation(String method, String path) {
    return description.get("paths").get(path).get(method);
  }

  private List<JsonNode> operations() {
    List<JsonNode> operations = new ArrayList<>();
    for (JsonNode path : description.get("paths")) {
      path.properties().stream()
          .filter(it -> !it.getKey().equals("parameters"))
          .forEach(it -> operations.add(it.getValue()));
    }
    return operations;
  }

  private static Set<String> described(JsonNode description) {
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(method -> {
            if (!method.equals("parameters")) {
              described.add(method + " " + path.getKey());
            }
          });
    }
    return described;
  }

  /** Without the two pages for people and what belongs to them. */
  private static Set<String> answered(HttpServer server) {
    Set<String> answered = new TreeSet<>(server.routes());
    answered.removeIf(it -> it.equals("get /") || it.matches("get /(page|docs)(/.*)?"));
    return answered;
  }
}
