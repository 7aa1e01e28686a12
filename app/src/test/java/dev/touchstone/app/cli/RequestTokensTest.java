package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.ServerElsewhere;
import dev.touchstone.app.Wiring;
import dev.touchstone.app.jwt.Forgery;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.NobodyWatches;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a server of our own and the tokens that it gives out. */
final class RequestTokensTest {

  private static final String ADA = "ada@example.org";

  @TempDir Path there;
  @TempDir Path here;

  private ServerElsewhere elsewhere;
  private String address;

  @BeforeEach
  void serve() throws Exception {
    elsewhere = ServerElsewhere.on(there);
    address = elsewhere.address();
    run("register", "--user", ADA, "--server", address);
  }

  @AfterEach
  void stop() {
    elsewhere.close();
  }

  @Test
  void aSignInMintsAnApiTokenThatIsKeptUsedAndRevoked() throws Exception {
    JsonNode me = run("request", address + "/whoami", "--sign-in", ADA, "--json").json();
    assertThat(me.get("status").asInt()).as(me.toString()).isEqualTo(200);
    String id = me.at("/json/user/id").asText(me.at("/json/id").asText());
    Shell.Ended minted =
        run(
            "request",
            address + "/users/" + id + "/tokens",
            "--sign-in",
            ADA,
            "--json-body",
            "{\"name\":\"nightly\",\"scope\":\"data:read\",\"expires_in_days\":30}",
            "--json");
    String token = minted.json().at("/json/token").asText();
    assertThat(token).as(minted.out()).startsWith("tst_");

    Shell.Ended kept =
        Shell.on(here).typing(token + "\n").run("request", "secret", "api", "--for", address);
    assertThat(kept.exitCode()).as(kept.err()).isEqualTo(ExitCode.DONE);
    String data = address + "/api/protected-data";
    assertThat(run("request", data).exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run("request", data, "--token-from", "api").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(
            run("request", address + "/whoami", "--token-from", "api", "--expect", "403")
                .exitCode())
        .isEqualTo(ExitCode.DONE);

    Shell.Ended saved =
        run("request", data, "-H", "Authorization: Bearer " + token, "--save", "a/b");
    assertThat(saved.out()).contains("{{token}}");
    assertThat(filesThatHold(token)).isEmpty();
    run("request", address + "/token/revoke", "-d", "token=" + token);
    assertThat(run("request", data, "--token-from", "api", "--expect", "401").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(filesThatHold(token)).isEmpty();
  }

  @Test
  void theServersKeysVerifyItsTokenAndItRefusesEveryForgery() throws Exception {
    String token;
    try (Wiring wiring =
        new Wiring(Settings.usual(here), () -> new VirtualKeys(), InstantSource.system())) {
      wiring.virtualTouch().automatic(true);
      RemoteServer remote =
          wiring.remote().find(address, RemoteServer.Api.TOUCHSTONE, Optional.empty());
      token =
          wiring
              .mintToken()
              .run(
                  remote,
                  new SignIn.Request(
                      Optional.empty(),
                      new AuthenticationRequest(Optional.of(ADA), "preferred", List.of(), "{}")),
                  false,
                  new NobodyWatches(),
                  new Cancellation())
              .bearer()
              .text();
    }
    String keys = address + "/.well-known/jwks.json";
    Shell.Ended verified = run("jwt", "verify", token, "--keys", keys);
    assertThat(verified.exitCode()).as(verified.out() + verified.err()).isEqualTo(ExitCode.DONE);
    assertThat(whoAmI(token, 200)).isEqualTo(ExitCode.DONE);
    for (Forgery forgery : Forgery.values()) {
      Shell.Ended forged =
          run(
              "jwt",
              "sign",
              token,
              "--claim",
              "role=admin",
              "--forge",
              forgery.word(),
              "--key",
              keys);
      assertThat(forged.exitCode()).as(forged.err()).isEqualTo(ExitCode.DONE);
      assertThat(whoAmI(forged.out().strip(), 401)).as(forgery.word()).isEqualTo(ExitCode.DONE);
    }
  }

  private int whoAmI(String token, int expected) {
    return Shell.on(here)
        .typing(token + "\n")
        .run("request", address + "/whoami", "--token-prompt", "--expect", String.valueOf(expected))
        .exitCode();
  }

  private Shell.Ended run(String... arguments) {
    return Shell.on(here).run(arguments);
  }

  private List<Path> filesThatHold(String text) throws IOException {
    try (Stream<Path> files = Files.walk(here)) {
      return files.filter(Files::isRegularFile).filter(it -> read(it).contains(text)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
