package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens in the terminal. */
final class TokenCommandsTest {

  @TempDir Path data;
  private Shell shell;

  @BeforeEach
  void ada() throws Exception {
    shell = Shell.on(data);
    assertThat(shell.run("users", "add", "ada").exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void apiTokenIsShownOnceAndTakenBackAfterAPreview() throws Exception {
    assertThat(shell.run("tokens").out()).contains("No API token yet");
    JsonNode preview = create("--dry-run");
    assertThat(preview.get("done").asBoolean()).isFalse();
    assertThat(shell.run("tokens").out()).contains("No API token yet");

    JsonNode made = create("--days", "30");
    String secret = made.get("secret").asText();
    String id = made.at("/token/id").asText();
    assertThat(secret).matches("tst_[0-9A-Za-z]{36}");
    for (String[] command :
        new String[][] {
          {"tokens"},
          {"tokens", "--json"},
          {"tokens", "--user", "ada"},
          {"tokens", "show", id},
          {"tokens", "show", id, "--json"},
          {"audit", "list", "--json"}
        }) {
      Shell.Ended shown = shell.run(command);
      assertThat(shown.out()).contains(id).doesNotContain(secret);
    }

    assertThat(shell.run("tokens", "revoke", id, "--dry-run").out())
        .contains("nightly report", "Nothing was changed");
    assertThat(shell.run("tokens", "show", id, "--json").json().get("active").asBoolean()).isTrue();
    assertThat(shell.run("tokens", "revoke", id, "--yes", "--json").json().get("done").asBoolean())
        .isTrue();
    assertThat(shell.run("tokens", "show", id).out()).contains("revoked since");
    assertThat(shell.run("tokens", "revoke", id, "--yes").out()).contains("Nothing was changed");
  }

  @Test
  void whatCannotBeIsRefusedAndNothingIsMade() throws Exception {
    assertThat(
            shell
                .run("tokens", "create", "--user", "ada", "--name", "x", "--scope", "everything")
                .exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            shell
                .run("tokens", "create", "--user", "eve", "--name", "x", "--scope", "data:read")
                .exitCode())
        .isEqualTo(ExitCode.FAILED);
    assertThat(create("--days", "367").has("done")).isFalse();
    assertThat(shell.run("tokens", "show", "00").exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.run("tokens", "--json").json().get("tokens")).isEmpty();
  }

  @Test
  void sessionsAreListedAndEnded() throws Exception {
    assertThat(shell.run("tokens", "sessions").out()).contains("No session");
    assertThat(shell.run("tokens", "end").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("tokens", "end", "--user", "ada").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("tokens", "end", "00", "--yes").exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.run("tokens", "end", "--user", "ada", "--all", "--dry-run").out())
        .contains("Nothing was changed");
    Shell.Ended ended = shell.run("tokens", "end", "--user", "ada", "--all", "--yes", "--json");
    assertThat(ended.json().get("done").asBoolean()).isTrue();
    assertThat(shell.run("audit", "list").out()).contains("token.revoke");
  }

  @Test
  void keysAreRotatedAndForgotten() throws Exception {
    assertThat(shell.run("tokens", "keys").out()).contains("none yet");
    assertThat(shell.run("tokens", "keys", "rotate", "--dry-run").out())
        .contains("Nothing was changed");
    String first = rotated("es256");
    String second = rotated("es256");
    rotated("eddsa");
    JsonNode keys = shell.run("tokens", "keys", "--json").json().get("keys");
    assertThat(keys).hasSize(3);
    assertThat(shell.run("tokens", "keys").out()).contains(first, second, "known until", "signs");
    assertThat(shell.run("tokens", "keys", "delete", "--dry-run", "--", first).out())
        .contains("Nothing was changed");
    assertThat(shell.run("tokens", "keys", "delete", "--yes", "--", first).out())
        .contains("Forgotten");
    assertThat(shell.run("tokens", "keys").out()).doesNotContain(first).contains(second);
    assertThat(shell.run("tokens", "keys", "rotate", "--algorithm", "none").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  private String rotated(String algorithm) throws Exception {
    String[] command = {"tokens", "keys", "rotate", "--algorithm", algorithm, "--yes", "--json"};
    return shell.run(command).json().at("/key/id").asText();
  }

  private JsonNode create(String... more) throws Exception {
    String[] command = {
      "tokens",
      "create",
      "--user",
      "ada",
      "--name",
      "nightly report",
      "--scope",
      "data:read",
      "--json"
    };
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return shell.run(all).json();
  }
}
