package dev.touchstone.rp.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.MovableClock;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.cose.NativeProvider;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A relying party behind a real server on 127.0.0.1, a browser in miniature, and a key. */
final class Served implements AutoCloseable {

  static final String ORIGIN = "https://localhost";
  static final ObjectMapper MAPPER = new ObjectMapper();

  final MovableClock clock = new MovableClock();
  final Laboratory laboratory;
  final RelyingParty rp;
  final HttpServer server;
  final ServerSettings settings;
  final VirtualKey key;
  final BareClient browser;
  final HttpClient http = HttpClient.newHttpClient();

  Served(Path folder) throws Exception {
    this(folder, it -> it);
  }

  Served(Path folder, UnaryOperator<ServerSettings> adapt) throws Exception {
    this(folder, sqlite(folder), adapt);
  }

  Served(Path folder, DatabaseLocation database, UnaryOperator<ServerSettings> adapt)
      throws Exception {
    this(folder, database, List.of(ORIGIN), adapt);
  }

  /** One that accepts ceremonies at these origins. */
  static Served at(Path folder, List<String> origins, UnaryOperator<ServerSettings> adapt)
      throws Exception {
    return new Served(folder, sqlite(folder), origins, adapt);
  }

  private static DatabaseLocation sqlite(Path folder) {
    return new DatabaseLocation.SqliteFile(folder.resolve("touchstone.db"));
  }

  private Served(
      Path folder,
      DatabaseLocation database,
      List<String> origins,
      UnaryOperator<ServerSettings> adapt)
      throws Exception {
    NativeProvider.prefer();
    laboratory = Laboratory.forgetful(clock, new SecureRandom());
    TrustAnchors anchors = TrustAnchors.none().plus("the laboratory", List.of(laboratory.root()));
    KeyPlace keys = new KeyPlace.Outside(new KeyFile(folder.resolve("secret.key")));
    rp =
        RelyingParty.open(
            Settings.standard(database, keys, anchors, clock, new SecureRandom())
                .withRp("localhost", "Touchstone", origins)
                .withOutbox(folder.resolve("outbox")));
    settings = adapt.apply(ServerSettings.usual("localhost", TokenKey.Kind.ES256, clock));
    server = HttpServer.start(rp, settings, ListeningSocket.bind("127.0.0.1", 0));
    key = newKey();
    browser = browser(key);
  }

  VirtualKey newKey() throws IOException {
    return VirtualKey.open(KeyModels.TOUCHSTONE, laboratory, Surroundings.forgetful().with(clock));
  }

  static BareClient browser(VirtualKey key) {
    return new BareClient(key, ORIGIN).withPin("correct horse");
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static ObjectNode json(HttpResponse<String> response) throws Exception {
    return (ObjectNode) MAPPER.readTree(response.body());
  }

  static ObjectNode object(String text) throws Exception {
    return (ObjectNode) MAPPER.readTree(text);
  }

  static String person(String email) {
    return MAPPER
        .createObjectNode()
        .put("first_name", "Ada")
        .put("last_name", "Lovelace")
        .put("email", email)
        .put("date_of_birth", "1990-12-10")
        .put("job_title", "Analyst")
        .toString();
  }

  /** What {@code register/complete} is sent. */
  ObjectNode registration(String email, BareClient client, String... headers) throws Exception {
    ObjectNode begun = json(post("/register/begin", person(email), headers));
    ObjectNode complete = MAPPER.createObjectNode().put("email", email);
    complete.set("credential", MAPPER.readTree(client.register(begun.toString())));
    complete.set("challenge_token", begun.get("challenge_token"));
    return complete;
  }

  HttpResponse<String> register(String email, BareClient client) throws Exception {
    return post("/register/complete", registration(email, client).toString());
  }

  /** What {@code login/complete} is sent. */
  ObjectNode assertion(String email, BareClient client) throws Exception {
    ObjectNode begun =
        json(post("/login/begin", MAPPER.createObjectNode().put("email", email).toString()));
    ObjectNode complete = MAPPER.createObjectNode().put("email", email);
    complete.set("assertion", MAPPER.readTree(client.signIn(begun.toString())));
    complete.set("challenge_token", begun.get("challenge_token"));
    return complete;
  }

  HttpResponse<String> signIn(String email, BareClient client) throws Exception {
    return post("/login/complete", assertion(email, client).toString());
  }

  /** Registers and signs in; the access token. */
  String token(String email, BareClient client) throws Exception {
    register(email, client);
    return json(signIn(email, client)).get("access_token").asText();
  }

  /** Rows of the audit trail about this event, newest first. */
  List<AuditRow> trail(String event) throws Exception {
    return rp.administration()
        .audit()
        .list(AuditFilter.ALL.events(List.of(event)), Optional.empty(), 500)
        .rows();
  }

  /** Why that was last refused, as the audit trail knows it. */
  String lastReason(String event) throws Exception {
    return trail(event).getFirst().reason();
  }

  /** The pair that signs access tokens. */
  static KeyPair tokenKey(RelyingParty rp) throws Exception {
    return ((TokenKey.Es256) rp.tokens().keys().signing(TokenKey.Kind.ES256)).pair();
  }

  static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  static String code(HttpResponse<String> response) throws Exception {
    JsonNode code = json(response).path("code");
    return response.statusCode() + " " + code.asText();
  }

  @Override
  public void close() throws IOException {
    server.close();
    rp.close();
    key.close();
    http.close();
  }
}
