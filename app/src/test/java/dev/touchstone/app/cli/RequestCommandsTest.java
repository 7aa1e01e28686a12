package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.serve.ServeHttp;
import dev.touchstone.app.usecase.serve.ServeWish;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.rp.http.tls.TlsSettings;
import dev.touchstone.rp.http.tls.certificate.DevelopmentCertificate;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestCommandsTest {

  private static final String ADA = "ada@example.org";
  private static final String SECRET = "geheim-4711";

  /** {"alg":"none"}.{"sub":"ada"} */
  private static final String JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2ln";

  @TempDir Path there;
  @TempDir Path here;

  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private HttpServer echo;
  private String base;

  @BeforeEach
  void listen() throws IOException {
    echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    echo.createContext(
        "/",
        exchange -> {
          seen.put("path", exchange.getRequestURI().toString());
          exchange
              .getRequestHeaders()
              .forEach(
                  (name, values) -> seen.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
          seen.put(
              "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          String path = exchange.getRequestURI().getPath();
          int status = path.equals("/refused") ? 403 : 200;
          String body =
              path.equals("/odd")
                  ? "\u001b]0;owned\u0007 text"
                  : "{\"ok\":true,\"n\":1.10,\"access_token\":\"%s\"}".formatted(JWT);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    echo.start();
    base = "http://127.0.0.1:" + echo.getAddress().getPort();
  }

  @AfterEach
  void hangUp() {
    echo.stop(0);
  }

  @Test
  void anAnswerIsShownWithItsTokensDecodedAndItsTimes() throws Exception {
    Shell.Ended text = run("request", base + "/x");
    assertThat(text.exitCode()).as(text.err()).isEqualTo(ExitCode.DONE);
    assertThat(text.out())
        .contains("HTTP/1.1 200 OK", "\"n\" : 1.10", "access_token", "sub", "ada", "waiting");
    JsonNode json = run("request", "post", base + "/x?a=1", "--json-body", "{}", "--json").json();
    assertThat(json.get("status").asInt()).isEqualTo(200);
    assertThat(json.at("/json/ok").asBoolean()).isTrue();
    assertThat(json.at("/tokens/0/where").asText()).isEqualTo("access_token");
    assertThat(json.at("/hops/0/milliseconds").has("connect")).isTrue();
    assertThat(seen).containsEntry("body", "{}").containsEntry("content-type", "application/json");
  }

  @Test
  void aRefusalEndsWithOneUnlessItWasExpected() {
    assertThat(run("request", base + "/refused").exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run("request", base + "/refused", "--expect", "403").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(run("request", base + "/x", "--expect", "403").exitCode())
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void whatAServerWritesDrivesNoTerminal() {
    Shell.Ended ended = run("request", base + "/odd", "--body");
    assertThat(ended.out()).contains("\\u001b]0;owned\\u0007").doesNotContain("\u001b");
  }

  @Test
  void theBodyIsSavedIntoANewFileOnly() throws Exception {
    Path file = here.resolve("answer.json");
    assertThat(run("request", base + "/x", "-o", file.toString()).exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(file)).contains("\"ok\":true");
    seen.clear();
    assertThat(run("request", base + "/x", "-o", file.toString()).exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(seen).isEmpty();
  }

  @Test
  void aKeptRequestHasNoTokenInItAndIsSentWithTheOneThatIsKeptEncrypted() throws Exception {
    Shell.Ended kept =
        run(
            "request",
            "POST",
            "{{base}}/items?api_key=" + SECRET,
            "-H",
            "Authorization: Bearer " + SECRET,
            "--json-body",
            "{\"password\":\"" + SECRET + "\"}",
            "--save",
            "shop/add");
    assertThat(kept.exitCode()).as(kept.err()).isEqualTo(ExitCode.DONE);
    assertThat(kept.out()).contains("Left out", "{{token}}", "{{api_key}}", "{{password}}");
    assertThat(run("request", "set", "shop", "base=" + base).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(filesThatHold(SECRET)).isEmpty();

    Shell.Ended missing = run("request", "run", "shop/add");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(missing.err()).contains("{{token}}", "--var");
    assertThat(seen).isEmpty();

    for (String name : List.of("token", "api_key", "password")) {
      Shell.Ended secret =
          Shell.on(here)
              .typing(SECRET + "\n")
              .run("request", "secret", "shop/" + name, "--for", base);
      assertThat(secret.exitCode()).as(secret.err()).isEqualTo(ExitCode.DONE);
    }
    Path trace = here.resolve("trace.json");
    Shell.Ended sent = run("request", "run", "shop/add", "--trace", trace.toString());
    assertThat(sent.exitCode()).as(sent.err()).isEqualTo(ExitCode.DONE);
    assertThat(seen)
        .containsEntry("authorization", "Bearer " + SECRET)
        .containsEntry("path", "/items?api_key=" + SECRET)
        .containsEntry("body", "{\"password\":\"" + SECRET + "\"}");
    assertThat(Files.readString(trace)).contains("POST " + base + "/items", "200");
    assertThat(filesThatHold(SECRET)).isEmpty();
    assertThat(filesThatHold(JWT)).isEmpty();
    assertThat(run("secrets").out()).contains("request/shop/token");

    seen.clear();
    Shell.Ended elsewhere = run("request", "run", "shop/add", "--var", "base=http://127.0.0.2:1");
    assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(elsewhere.err()).contains("is for " + base);
    assertThat(seen).isEmpty();
  }

  @Test
  void anExportHoldsNoSecretUnlessItIsAskedFor() throws Exception {
    Shell.Ended kept =
        run(
            "request",
            base + "/x",
            "-H",
            "Cookie: sid=" + SECRET,
            "--save",
            "a/b",
            "--keep-secrets");
    assertThat(kept.exitCode()).as(kept.err()).isEqualTo(ExitCode.DONE);
    assertThat(run("request", "export", "a/b").out())
        .contains("curl --request 'GET'", "\"${cookie}\"")
        .doesNotContain(SECRET);
    assertThat(run("request", "export", "a").out()).contains("{{cookie}}").doesNotContain(SECRET);
    assertThat(run("request", "show", "a/b", "--json").out()).doesNotContain(SECRET);
    assertThat(run("request", "export", "a/b", "--with-secrets").out()).contains("sid=" + SECRET);
    assertThat(run("request", "run", "a/b").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(seen).containsEntry("cookie", "sid=" + SECRET);
  }

  @Test
  void aCollectionIsHandedOnAndReadAgain() throws Exception {
    run("request", "{{base}}/x", "--save", "a/one");
    run("request", "set", "a", "base=" + base);
    Path file = there.resolve("a.json");
    Files.writeString(file, run("request", "export", "a").out());
    Shell other = Shell.on(there.resolve("data"));
    assertThat(other.run("request", "import", file.toString()).out()).contains("Kept 1 requests");
    assertThat(other.run("request", "run", "a/one").exitCode()).isEqualTo(ExitCode.DONE);
    Files.writeString(file, Files.readString(file).replace("/x", "/y"));
    Shell.Ended replaced = other.run("request", "import", file.toString());
    assertThat(replaced.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(replaced.err()).contains("replacing one");
    assertThat(other.run("request", "import", file.toString(), "--yes").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(other.run("request", "list").out()).contains("{{base}}/y");
    Files.writeString(file, "{\"format\":\"touchstone-requests-1\",");
    assertThat(other.run("request", "import", file.toString()).err()).contains("cut off");
    assertThat(other.run("request", "list").out()).contains("{{base}}/y");
  }

  @Test
  void aLineOfCurlIsReadKeptAndSent() throws Exception {
    String line =
        "curl '%s/login?x=1' -H 'Authorization: Bearer %s' --data-raw 'a=1' --compressed"
            .formatted(base, SECRET);
    Shell.Ended shown = Shell.on(here).typing(line).run("request", "import");
    assertThat(shown.exitCode()).as(shown.err()).isEqualTo(ExitCode.DONE);
    assertThat(shown.out()).contains("Nothing was kept", "${token}").doesNotContain(SECRET);
    assertThat(
            Shell.on(here)
                .typing(line)
                .run("request", "import", "--save", "a/login", "--keep-secrets")
                .exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(run("request", "run", "a/login").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(seen)
        .containsEntry("authorization", "Bearer " + SECRET)
        .containsEntry("body", "a=1")
        .containsEntry("accept-encoding", "gzip, deflate");
    Shell.Ended unknown = Shell.on(here).typing("curl --frob x").run("request", "import");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("--frob");
  }

  @Test
  void nothingIsReplacedOrDeletedUnasked() throws Exception {
    run("request", base + "/one", "--save", "a/b");
    assertThat(run("request", base + "/two", "--save", "a/b").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("request", "list").out()).contains("/one");
    assertThat(run("request", base + "/two", "--save", "a/b", "--yes").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(run("request", "delete", "a/b").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("request", "delete", "a/b", "--dry-run", "--json").json().get("done"))
        .hasToString("false");
    assertThat(run("request", "list").out()).contains("/two");
    assertThat(run("request", "delete", "a", "--yes").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run("request", "list").out()).contains("No request is kept yet");
    assertThat(run("request", "run", "a/b").err()).contains("There is no collection 'a'");
    assertThat(run("request", "delete", "http://a.test").err()).contains("capitals");
  }

  @Test
  void wrongInputIsToldBeforeAnythingIsSent() {
    assertThat(run("request", "POST", base, "--json-body", "{\"a\":}").err()).contains("not JSON");
    assertThat(
            run("request", "POST", base, "--json-body", "{\"a\":{{n}}}", "--var", "n=3").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(seen).containsEntry("body", "{\"a\":3}");
    seen.clear();
    assertThat(run("request", "localhost:8080").err()).contains("no address");
    assertThat(run("request").err()).contains("Which request");
    assertThat(run("request", base, "-H", "nothing").err()).contains("NAME: VALUE");
    assertThat(run("request", base, "--token-from", "nobody").err()).contains("No secret is kept");
    assertThat(run("request", base, "-d", "@/nowhere/at/all").err()).contains("cannot be read");
    assertThat(seen).isEmpty();
  }

  @Test
  void aSignInWithAKeyBringsTheTokenAlong() throws Exception {
    try (Wiring elsewhere = wiring();
        ServeHttp.Running server = elsewhere.serveHttp().run(wish(Optional.empty()))) {
      String address = "http://localhost:" + URI.create(server.url()).getPort();
      run("register", "--user", ADA, "--server", address);
      String users = address + "/users/nobody/credentials";
      assertThat(run("request", users, "--json").json().get("status").asInt()).isEqualTo(401);
      Shell.Ended signedIn = run("request", users, "--sign-in", ADA, "--json");
      assertThat(signedIn.json().get("status").asInt()).as(signedIn.out()).isIn(403, 404);
      Shell.Ended eve = run("request", users, "--sign-in", "eve@example.org");
      assertThat(eve.exitCode()).isEqualTo(ExitCode.FAILED);
      // a payload behind a header; the letters alone are in any file of base64
      assertThat(filesThatHold(".eyJ")).isEmpty();
      Shell.Ended typed =
          Shell.on(here).typing(JWT + "\n").run("request", users, "--token-prompt", "--json");
      assertThat(typed.json().get("status").asInt()).isEqualTo(401);
    }
  }

  @Test
  void aCertificateIsRefusedPinnedAndShown() throws Exception {
    PemFolder pems = new PemFolder(there.resolve("tls"));
    DevelopmentCertificate made =
        DevelopmentCertificate.make(
            List.of("localhost"), Duration.ofDays(2), Instant.now(), new SecureRandom());
    pems.write(made);
    String pin = made.identity().fingerprint();
    try (Wiring elsewhere = wiring();
        ServeHttp.Running server =
            elsewhere.serveHttp().run(wish(Optional.of(new TlsSettings.Files(pems.files()))))) {
      String health = server.url() + "/health";
      Shell.Ended refused = run("request", health);
      assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(refused.err().replaceAll("\\s+", "")).contains("isnottrusted", pin);
      assertThat(run("request", health, "--pin", "0".repeat(64)).exitCode())
          .isEqualTo(ExitCode.FAILED);
      JsonNode tls = run("request", health, "--pin", pin, "--json").json().at("/hops/0/tls");
      assertThat(tls.get("protocol").asText()).isEqualTo("TLSv1.3");
      assertThat(tls.get("trust").asText()).isEqualTo("pinned");
      assertThat(tls.at("/chain/0/sha256").asText()).isEqualTo(pin);
      assertThat(tls.at("/chain/0/names/0").asText()).isEqualTo("localhost");
      assertThat(run("request", health, "--insecure", "--verbose").out()).contains("not checked");
      run("servers", "add", "mine", server.url(), "--pin", pin);
      assertThat(run("request", "/health", "--server", "mine").exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(run("request", health).exitCode()).isEqualTo(ExitCode.DONE);
    }
  }

  private Wiring wiring() {
    return new Wiring(
        Settings.usual(there.resolve("served")), () -> new VirtualKeys(), InstantSource.system());
  }

  private static ServeWish wish(Optional<TlsSettings> tls) {
    return new ServeWish("localhost", 0, false, List.of(), tls);
  }

  private Shell.Ended run(String... arguments) {
    return Shell.on(here).run(arguments);
  }

  /** Files below the data folder in which these bytes are. */
  private List<Path> filesThatHold(String text) throws IOException {
    try (Stream<Path> files = Files.walk(here)) {
      return files.filter(Files::isRegularFile).filter(it -> holds(it, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
