package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.ServerElsewhere;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key here, a relying party there: two data folders, and HTTP between them. */
final class ServerCommandsTest {

  private static final String ADA = "ada@example.org";

  @TempDir Path there;
  @TempDir Path here;

  private ServerElsewhere elsewhere;
  private String address;

  @BeforeEach
  void serve() throws Exception {
    elsewhere = ServerElsewhere.on(there);
    address = elsewhere.address();
  }

  @AfterEach
  void stop() {
    elsewhere.close();
  }

  @Test
  void aKeyIsRegisteredAtAServerAndSignsInThere() throws Exception {
    Shell.Ended registered =
        run("register", "--user", ADA, "--server", address, "--first-name", "Ada", "--json");
    assertThat(registered.exitCode()).as(registered.err()).isEqualTo(ExitCode.DONE);
    Shell.Ended signedIn = run("sign-in", "--user", ADA, "--server", address, "--json");
    assertThat(signedIn.exitCode()).as(signedIn.err()).isEqualTo(ExitCode.DONE);
    assertThat(signedIn.json().get("accepted").asBoolean()).isTrue();

    JsonNode users = Shell.on(there).run("users", "--json").json().get("users");
    assertThat(users).hasSize(1);
    assertThat(users.get(0).get("name").asText()).isEqualTo(ADA);
    assertThat(run("users", "--json").json().get("users")).isEmpty();
  }

  @Test
  void aKeySaysByItselfWhoSignsInAtAServer() {
    run("register", "--user", ADA, "--server", address, "--resident-key", "required");
    Shell.Ended signedIn = run("sign-in", "--server", address);
    assertThat(signedIn.exitCode()).as(signedIn.err()).isEqualTo(ExitCode.DONE);
    assertThat(signedIn.out()).contains("Signed in", ADA);
  }

  @Test
  void whomTheServerDoesNotKnowIsNotSignedIn() {
    Shell.Ended ended = run("sign-in", "--user", "eve@example.org", "--server", address);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aServerIsKeptUnderANameUsedAndForgotten() throws Exception {
    assertThat(run("servers", "--json").json().get("servers")).isEmpty();
    assertThat(run("servers", "add", "test", address, "--dry-run", "--json").json().get("done"))
        .hasToString("false");
    assertThat(run("servers", "--json").json().get("servers")).isEmpty();
    run("servers", "add", "test", "https://old.example.org");
    assertThat(run("servers", "add", "test", address).out())
        .contains("in place of https://old.example.org");
    assertThat(run("servers").out()).contains("test", address);
    assertThat(run("register", "--user", ADA, "--server", "test").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(run("servers", "remove", "test").exitCode()).isEqualTo(ExitCode.DONE);
    Shell.Ended gone = run("sign-in", "--server", "test");
    assertThat(gone.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(gone.err()).contains("No server is kept under the name 'test'");
  }

  @Test
  void aServerIsLookedAtWithoutDoingAnythingThere() throws Exception {
    Shell.Ended ended = run("servers", "check", address, "--json");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.json().get("touchstone").asBoolean()).isTrue();
    assertThat(ended.json().get("usable").asBoolean()).isTrue();
  }

  @Test
  void whereNobodyAnswersThatIsSaid() {
    elsewhere.stop();
    Shell.Ended ended = run("sign-in", "--user", ADA, "--server", address);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("Nobody answers");
  }

  @Test
  void whatIsNoAddressOrWouldGoInTheClearIsNotAsked() {
    for (String wrong :
        List.of(
            "http://keys.example.org", "ftp://localhost", "https://u:p@h", "https://h?x", "://")) {
      Shell.Ended ended = run("sign-in", "--user", ADA, "--server", wrong);
      assertThat(ended.exitCode()).as(wrong).isEqualTo(ExitCode.USAGE);
    }
    assertThat(run("servers", "add", "a", "https://h", "--pin", "12").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  private Shell.Ended run(String... arguments) {
    return Shell.on(here).run(arguments);
  }
}
