package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database and its secrets in the terminal. */
final class StoreCommandsTest {

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "database",
        "database move",
        "backup",
        "secrets",
        "secrets key",
        "secrets rotate",
        "secrets delete"
      })
  void everyCommandExplainsItself(String command) {
    Shell.Ended ended = Shell.on(data).run((command + " --help").split(" "));

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).contains("Usage: touchstone " + command, "--json");
  }

  @Test
  void databaseThatIsNotThereYetIsToldAndNotMade() throws Exception {
    assertThat(Shell.on(data).run("database").out()).contains("is not there yet");
    assertThat(data.resolve("touchstone.db")).doesNotExist();
    assertThat(Shell.on(data).run("database", "--json").json().get("exists").asBoolean()).isFalse();
    assertThat(Shell.on(data).run("backup", copy()).exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void databaseIsDescribedAndCopied() throws Exception {
    Shell.on(data).run("users");
    JsonNode database = Shell.on(data).run("database", "--json").json();
    assertThat(database.get("kind").asText()).isEqualTo("sqlite");
    assertThat(database.get("damage").asText()).isEmpty();
    assertThat(database.get("schema")).isEqualTo(database.get("newestSchema"));
    assertThat(database.at("/rows/account").asInt()).isZero();

    Shell.Ended made = Shell.on(data).run("backup", copy());
    assertThat(made.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(made.out()).contains("checked", "secret.key");
    assertThat(Shell.on(data).run("backup", copy()).exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"postgresql://ada:correct-horse@127.0.0.1:1/x", "nonsense", "mysql://a@b/c"})
  void targetThatIsNoneIsRefusedWithoutRepeatingAPassword(String url) {
    Shell.on(data).run("users");
    Shell.Ended ended = Shell.on(data).run("database", "move", "--to", url, "--dry-run");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out() + ended.err()).doesNotContain("correct-horse");
  }

  @Test
  void serverThatDoesNotAnswerIsNamed() {
    Shell.on(data).run("users");
    Shell.Ended ended =
        Shell.on(data)
            .run("database", "move", "--to", "postgresql://ada@127.0.0.1:1/x", "--dry-run");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err().replaceAll("\\s+", " ")).contains("127.0.0.1:1 cannot be reached");
  }

  @Test
  void keyIsRotatedOnlyIfThatIsWished() throws Exception {
    JsonNode preview = Shell.on(data).run("secrets", "rotate", "--dry-run", "--json").json();
    assertThat(preview.get("done").asBoolean()).isFalse();
    assertThat(data.resolve("secret.key")).doesNotExist();

    JsonNode first = Shell.on(data).run("secrets", "rotate", "--yes", "--json").json();
    JsonNode second = Shell.on(data).run("secrets", "rotate", "--yes", "--json").json();
    assertThat(second.get("keys").size()).isEqualTo(first.get("keys").size() + 1);
    assertThat(second.at("/keys/0/current").asBoolean()).isTrue();

    JsonNode forgotten =
        Shell.on(data).run("secrets", "rotate", "--forget-old", "--yes", "--json").json();
    assertThat(forgotten.get("keys")).hasSize(1);
    assertThat(forgotten.at("/keys/0/id")).isEqualTo(second.at("/keys/0/id"));
  }

  @Test
  void keyFileThatOthersMayReadIsRefusedAndFoundByTheDoctor() throws Exception {
    Shell.on(data).run("secrets", "rotate", "--yes");
    Files.setPosixFilePermissions(
        data.resolve("secret.key"), PosixFilePermissions.fromString("rw-r--r--"));

    Shell.Ended refused = Shell.on(data).run("secrets", "key");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err().replaceAll("\\s+", " ")).contains("can be read by others");
    assertThat(Shell.on(data).run("doctor", "--json").out()).contains("secret key");
  }

  @Test
  void secretThatIsNotThereIsNamed() {
    Shell.Ended ended = Shell.on(data).run("secrets", "delete", "mail/password", "--yes");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("mail/password");
  }

  @Test
  void settingsThatNameADatabaseWronglyAreToldWithoutThePassword() throws Exception {
    Files.writeString(
        data.resolve("settings.properties"), "database = postgresql://ada:correct-horse@db/x\n");
    Shell.Ended ended = Shell.on(data).run("database");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("settings.properties").doesNotContain("correct-horse");
  }

  private String copy() {
    return data.resolve("copy.db").toString();
  }
}
