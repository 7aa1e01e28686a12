package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The help desk in the terminal, each command a process of its own. */
final class DeskCommandsTest {

  private static final String ELSEWHERE = "postgresql://touchstone@127.0.0.1:9/touchstone";

  @TempDir Path data;
  private Shell shell;

  @BeforeEach
  void aPersonWithALostKeyAndADevice() throws Exception {
    shell = Shell.on(data);
    done("lab", "new", "old");
    done("lab", "new", "fresh");
    done(
        "users",
        "add",
        "ada",
        "--first-name",
        "Ada",
        "--last-name",
        "Lovelace",
        "--email",
        "ada@example.org");
    done("register", "--user", "ada", "--key", "old", "--touch", "--label", "the old one");
  }

  @Test
  void personIsFoundShownAndPrintedWithoutSecrets() throws Exception {
    JsonNode found = done("desk", "find", "LOVEL", "--json").json();
    assertThat(found.at("/hits/0/user/name").asText()).isEqualTo("ada");
    assertThat(done("desk", "find", "nobody").out()).contains("Nobody");
    JsonNode shown = done("desk", "show", "ada@example.org", "--json").json();
    assertThat(shown.get("at").asText()).matches("[-0-9]{10}T[:0-9]{8}([.]\\d{3})?Z");
    assertThat(shown.get("warnings").findValuesAsText("kind"))
        .contains("no-backup-key", "email-unverified", "no-identity-check");
    Path sheet = data.resolve("ada.html");
    done("users", "edit", "ada", "--display-name", "<script>alert(1)</script>", "--yes");
    done("desk", "show", "ada", "--print", sheet.toString());
    assertThat(Files.readString(sheet)).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(done("audit", "list", "--json").out()).contains("desk.summary");
  }

  @Test
  void lostKeyIsReplacedInOneFlowThatGoesOnWhereItBrokeOff() throws Exception {
    String recovery = device();
    Shell.Ended wrong =
        shell.typing("000000\n").run("desk", "lost-key", "ada", "--yes", "--key", "fresh");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(signsIn("old")).isTrue();

    JsonNode preview = done("desk", "lost-key", "ada", "--dry-run", "--json").json();
    assertThat(preview.get("done").asBoolean()).isFalse();
    // it breaks off at the key: there is none of that name
    Shell.Ended broken =
        shell
            .typing(recovery + "\n")
            .run("desk", "lost-key", "ada", "--yes", "--key", "nowhere", "--touch");
    assertThat(broken.exitCode()).isNotEqualTo(ExitCode.DONE);
    assertThat(broken.err()).contains("signs nobody in");
    assertThat(signsIn("old")).isFalse();

    JsonNode replaced =
        done("desk", "lost-key", "ada", "--yes", "--key", "fresh", "--touch", "--json").json();
    assertThat(replaced.get("step").asText()).isEqualTo("replaced");
    assertThat(signsIn("fresh")).isTrue();
    assertThat(done("desk", "show", "ada", "--json").json().get("credentials")).hasSize(1);
    assertThat(done("audit", "list", "--json").out())
        .contains("desk.lost-key")
        .contains("desk.replaced")
        .doesNotContain(recovery);
  }

  @Test
  void whoCanProveNothingIsSentToTwoOperators() throws Exception {
    Shell.Ended ended =
        shell.typing("1\n").run("desk", "lost-key", "ada", "--yes", "--key", "fresh", "--touch");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("lost-everything");
    assertThat(signsIn("old")).isTrue();
  }

  @Test
  void twoOperatorsWithKeysGiveACodeAndNobodyElseDoes() throws Exception {
    Shell.Ended nobody =
        shell.run("desk", "lost-everything", "ada", "--reason", "passport", "--yes");
    assertThat(nobody.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(nobody.err()).contains("operator sign-in");
    operator("grace");
    operator("linus");

    signIn("grace");
    Path session = data.resolve("operator-session");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(session)))
        .isEqualTo("rw-------");
    String id =
        done("desk", "lost-everything", "ada", "--reason", "showed a passport", "--yes", "--json")
            .json()
            .at("/request/id")
            .asText();
    assertThat(shell.run("desk", "approve", id, "--yes").exitCode()).isEqualTo(ExitCode.FAILED);
    signIn("linus");
    assertThat(done("desk", "requests").out()).contains("grace").contains("showed a passport");
    String code = done("desk", "approve", id, "--yes", "--json").json().get("code").asText();
    done("operator", "sign-out");
    assertThat(shell.run("desk", "decline", id, "--yes").exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(signsIn("old")).isFalse();

    String[] redeem = {"desk", "redeem", "--key", "fresh", "--touch", "--label", "new"};
    assertThat(shell.typing("AAAA-AAAA-AAAA-AAAA\n").run(redeem).exitCode())
        .isEqualTo(ExitCode.FAILED);
    assertThat(shell.typing(code + "\n").run(redeem).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(signsIn("fresh")).isTrue();
    assertThat(shell.typing(code + "\n").run(redeem).exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(done("audit", "list", "--json").out())
        .contains("\"actor\" : \"linus\"")
        .doesNotContain(code);
  }

  @Test
  void codeThatWasGivenIsCalledBack() throws Exception {
    operator("grace");
    operator("linus");
    signIn("grace");
    String id =
        done("desk", "lost-everything", "ada", "--reason", "showed a passport", "--yes", "--json")
            .json()
            .at("/request/id")
            .asText();
    signIn("linus");
    String code = done("desk", "approve", id, "--yes", "--json").json().get("code").asText();
    assertThat(done("desk", "decline", id, "--dry-run").out()).contains("good for nothing");
    assertThat(done("desk", "decline", id, "--yes", "--json").json().at("/request/state").asText())
        .isEqualTo("declined");
    assertThat(
            shell
                .typing(code + "\n")
                .run("desk", "redeem", "--key", "fresh", "--touch", "--label", "new")
                .exitCode())
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void demandedSignInLocksTheConsoleAndRolesDecideWhatIsAllowed() throws Exception {
    operator("grace");
    done("users", "add", "root", "--role", "admin");
    Path copy = data.resolve("copy.db");
    Files.writeString(data.resolve("settings.properties"), "operator-sign-in = yes\n");
    for (String[] command :
        new String[][] {
          {"users"},
          {"desk", "find", "ada"},
          {"desk", "show", "ada"},
          {"audit", "list"},
          {"users", "disable", "ada", "--yes"},
          {"register", "--user", "eve", "--key", "fresh", "--touch"},
          {"totp", "disable", "--user", "ada", "--yes"},
          {"tokens", "create", "--user", "root", "--name", "x", "--scope", "users:manage"},
          {"trust", "policy", "--require-trust", "yes", "--yes"},
          {"backup", copy.toString()},
          {"database", "move", "--to", ELSEWHERE, "--dry-run"},
          {"database", "move", "--to", ELSEWHERE, "--yes"},
          {"secrets"},
          {"secrets", "rotate", "--yes"},
          {"mail", "settings", "--outbox", "--yes"},
          {"serve", "--port", "0", "--conformance"}
        }) {
      Shell.Ended locked = shell.run(command);
      assertThat(locked.exitCode()).as(String.join(" ", command)).isEqualTo(ExitCode.FAILED);
      assertThat(locked.err()).contains("Nobody is signed in");
    }
    signIn("grace");
    assertThat(done("desk", "find", "ada").out()).contains("ada");
    done("users", "disable", "ada", "--yes");
    assertThat(shell.run("users", "role", "ada", "admin", "--yes").exitCode())
        .isEqualTo(ExitCode.FAILED);
    assertThat(shell.run("users", "disable", "root", "--yes").exitCode())
        .isEqualTo(ExitCode.FAILED);
    assertThat(shell.run("audit", "list").exitCode()).isEqualTo(ExitCode.FAILED);
    for (String[] command :
        new String[][] {
          {"register", "--user", "root", "--key", "fresh", "--touch"},
          {"register", "--user", "ada", "--key", "fresh", "--touch"},
          {"totp", "enable", "--user", "ada", "--yes"},
          {"totp", "recovery-codes", "--user", "ada", "--yes"},
          {"tokens", "create", "--user", "ada", "--name", "x", "--scope", "data:read"},
          {"backup", copy.toString()},
          {"database", "move", "--to", ELSEWHERE, "--yes"},
          {"secrets", "rotate", "--yes"},
          {"serve", "--port", "0", "--conformance"}
        }) {
      Shell.Ended refused = shell.run(command);
      assertThat(refused.exitCode()).as(String.join(" ", command)).isEqualTo(ExitCode.FAILED);
      assertThat(refused.err()).contains("does not allow this");
    }
    assertThat(copy).doesNotExist();
    assertThat(done("database").out()).contains("It is sound");
    Files.delete(data.resolve("settings.properties"));
    assertThat(done("audit", "list", "--search", "grace", "--json").out())
        .contains("user.status")
        .contains("operator.refused");
  }

  @Test
  void administratorCopiesTheDatabaseUnderTheirOwnName() throws Exception {
    operator("grace");
    done("users", "role", "grace", "admin", "--yes");
    Files.writeString(data.resolve("settings.properties"), "operator-sign-in = yes\n");
    signIn("grace");
    Path copy = data.resolve("copy.db");
    done("backup", copy.toString());
    assertThat(copy).exists();
    JsonNode row = done("audit", "list", "--event", "export", "--json").json().at("/rows/0");
    assertThat(row.get("actor").asText()).isEqualTo("grace");
    assertThat(row.toString()).contains("database").contains("copy.db");
  }

  @Test
  void aBackUpLeavesTablesOfAnOlderVersionAsTheyAre() throws Exception {
    operator("grace");
    done("users", "role", "grace", "admin", "--yes");
    signIn("grace");
    int older = done("database", "--json").json().get("schema").asInt() - 1;
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("touchstone.db"));
        Statement statement = database.createStatement()) {
      statement.execute("PRAGMA user_version = " + older);
    }
    done("backup", data.resolve("copy.db").toString());
    assertThat(done("database", "--json").json().get("schema").asInt()).isEqualTo(older);

    Files.writeString(data.resolve("settings.properties"), "operator-sign-in = yes\n");
    Shell.Ended refused = shell.run("backup", data.resolve("second.db").toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("Back it up with the version that made it");
    assertThat(data.resolve("second.db")).doesNotExist();
    assertThat(done("database", "--json").json().get("schema").asInt()).isEqualTo(older);
  }

  /** A device for one-time passwords; tells a recovery code. */
  private String device() throws Exception {
    JsonNode told = done("totp", "enable", "--user", "ada", "--yes", "--json").json();
    String secret = told.at("/uri").asText().replaceAll(".*secret=([A-Z2-7]+).*", "$1");
    String code =
        shell.typing(secret + "\n").run("totp", "calculate", "--json").json().get("code").asText();
    return shell
        .typing(code + "\n")
        .run("totp", "confirm", "--user", "ada", "--json")
        .json()
        .at("/recoveryCodes/0")
        .asText();
  }

  private void operator(String name) {
    done("lab", "new", name);
    assertThat(
            shell
                .typing("correct horse\n")
                .run("pin", "set", "--key", name, "--pin-stdin")
                .exitCode())
        .isEqualTo(ExitCode.DONE);
    done("users", "add", name, "--role", "support");
    Shell.Ended registered =
        shell
            .typing("correct horse\n")
            .run("register", "--user", name, "--key", name, "--touch", "--pin-stdin");
    assertThat(registered.exitCode()).as(registered.err()).isEqualTo(ExitCode.DONE);
  }

  private void signIn(String name) {
    Shell.Ended ended =
        shell
            .typing("correct horse\n")
            .run("operator", "sign-in", "--user", name, "--key", name, "--touch", "--pin-stdin");
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(ExitCode.DONE);
  }

  private boolean signsIn(String key) {
    return shell.run("sign-in", "--user", "ada", "--key", key, "--touch").exitCode()
        == ExitCode.DONE;
  }

  private Shell.Ended done(String... command) {
    Shell.Ended ended = shell.run(command);
    assertThat(ended.exitCode())
        .as(String.join(" ", command) + ": " + ended.out() + ended.err())
        .isEqualTo(ExitCode.DONE);
    return ended;
  }
}
