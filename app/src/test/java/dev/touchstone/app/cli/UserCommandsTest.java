package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandsTest {

  @TempDir private Path data;
  @TempDir private Path elsewhere;

  private Shell.Ended run(String... arguments) {
    return Shell.on(data).run(arguments);
  }

  private JsonNode json(String... arguments) throws Exception {
    Shell.Ended ended = run(arguments);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended.json();
  }

  @Test
  void userIsMadeEditedPromotedAndDisabled() throws Exception {
    json("users", "add", "ada", "--first-name", "Ada", "--email", "Ada@EXAMPLE.com", "--json");
    JsonNode edited =
        json("users", "edit", "ada", "--last-name", "Lovelace", "--email", "", "--yes", "--json");
    assertThat(edited.at("/user/firstName").asText()).isEqualTo("Ada");
    assertThat(edited.at("/user/lastName").asText()).isEqualTo("Lovelace");
    assertThat(edited.at("/user/email").isNull()).isTrue();
    assertThat(json("users", "role", "ada", "admin", "--yes", "--json").at("/user/role").asText())
        .isEqualTo("admin");
    Shell.Ended last = run("users", "disable", "ada", "--yes");
    assertThat(last.exitCode()).isEqualTo(1);
    assertThat(last.err()).contains("last administrator");
    json("users", "add", "bob", "--json");
    assertThat(run("users", "disable", "bob", "--yes").out())
        .contains("The status of bob is now 'disabled'");
    assertThat(json("users", "--status", "disabled", "--json").at("/users/0/name").asText())
        .isEqualTo("bob");
    assertThat(json("users", "--role", "admin", "--json").get("users")).hasSize(1);
    assertThat(run("users", "show", "ada").out()).contains("Lovelace").contains("admin");
  }

  @Test
  void whatWouldChangeIsShownAndNothingChanges() throws Exception {
    json("users", "add", "ada", "--email", "ada@example.com", "--json");
    Shell.Ended dry = run("users", "edit", "ada", "--email", "", "--dry-run");
    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out())
        .contains("The e-mail address of ada would be not known; now 'ada@example.com'.");
    JsonNode role = json("users", "role", "ada", "admin", "--dry-run", "--json");
    assertThat(role.get("done").asBoolean()).isFalse();
    assertThat(role.at("/changes/0/field").asText()).isEqualTo("role");
    assertThat(role.at("/changes/0/to").asText()).isEqualTo("admin");
    Shell.Ended unasked = run("users", "disable", "ada");
    assertThat(unasked.exitCode()).as("nobody can be asked").isEqualTo(2);
    assertThat(unasked.err()).contains("would be 'disabled'").contains("--yes");
    assertThat(run("users", "enable", "ada").out()).contains("Nothing of ada would change");
    assertThat(run("users", "delete", "ada", "--dry-run").out()).contains("Would delete");
    assertThat(run("users", "delete", "ada", "--yes", "--dry-run").out()).contains("Would delete");
    JsonNode still = json("users", "show", "ada", "--json").get("user");
    assertThat(still.get("email").asText()).isEqualTo("ada@example.com");
    assertThat(still.get("role").asText()).isEqualTo("user");
    assertThat(still.get("status").asText()).isEqualTo("active");
  }

  @Test
  void disabledUserIsRefusedAndToldWhy() {
    assertThat(run("register", "--user", "ada").exitCode()).isZero();
    assertThat(run("sign-in", "--user", "ada").exitCode()).isZero();
    assertThat(run("users", "disable", "ada", "--yes").exitCode()).isZero();
    Shell.Ended refused = run("sign-in", "--user", "ada");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("is disabled");
    assertThat(run("users", "enable", "ada", "--yes").exitCode()).isZero();
    assertThat(run("sign-in", "--user", "ada").exitCode()).isZero();
  }

  @Test
  void mistakesAreToldAtOnceAndAreMisuse() {
    Shell.Ended ended = run("users", "add", "--email", "nonsense", "--date-of-birth", "2999-01-01");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("no e-mail address").contains("in the future");
    assertThat(run("users", "add").exitCode()).isEqualTo(2);
    assertThat(run("users", "role", "ada", "king").exitCode()).isEqualTo(2);
    assertThat(run("users", "edit", "nobody").exitCode()).isEqualTo(1);
  }

  @Test
  void longListComesInPages() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      json("users", "add", name, "--json");
    }
    JsonNode first = json("users", "--limit", "2", "--json");
    assertThat(first.get("users")).hasSize(2);
    assertThat(first.get("next").asText()).isEqualTo("b");
    JsonNode second = json("users", "--limit", "2", "--after", "b", "--json");
    assertThat(second.at("/users/0/name").asText()).isEqualTo("c");
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(run("users", "--limit", "1").out()).contains("More: --after 'a'");
  }

  @Test
  void fileOfUsersIsShownFirstAndThenTakenWhole() throws Exception {
    Path file = elsewhere.resolve("users.csv");
    Files.writeString(file, "name,email\nada,ada@example.com\nbob,nonsense\n");
    Shell.Ended bad = run("users", "import", file.toString(), "--yes", "--json");
    assertThat(bad.exitCode()).isEqualTo(1);
    assertThat(bad.json().at("/problems/0/line").asInt()).isEqualTo(3);
    assertThat(json("users", "--json").get("users")).isEmpty();
    Shell.Ended dry = run("users", "import", file.toString(), "--skip-bad", "--dry-run");
    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out()).contains("Line 3 (bob)").contains("Nothing was stored");
    assertThat(run("users", "import", file.toString(), "--skip-bad").exitCode())
        .as("nobody can be asked")
        .isEqualTo(2);
    assertThat(
            json("users", "import", file.toString(), "--skip-bad", "--yes", "--json")
                .get("stored")
                .asBoolean())
        .isTrue();
    assertThat(json("users", "--json").get("users")).hasSize(1);
    Path exported = elsewhere.resolve("users.json");
    assertThat(json("users", "export", exported.toString(), "--json").get("count").asInt())
        .isEqualTo(1);
    assertThat(Files.readString(exported)).contains("ada@example.com");
  }

  @Test
  void fileThatIsNoneIsToldWithoutAStackTrace() throws Exception {
    Path file = elsewhere.resolve("users.csv");
    Files.write(file, new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xff, (byte) 0xfe});
    Shell.Ended binary = run("users", "import", file.toString(), "--yes");
    assertThat(binary.exitCode()).isEqualTo(1);
    assertThat(binary.err()).contains("UTF-8").doesNotContain("Exception");
    Shell.Ended missing = run("users", "import", elsewhere.resolve("none").toString(), "--yes");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).doesNotContain("defect");
  }

  @Test
  void credentialIsReplacedAfterItWasShown() throws Exception {
    assertThat(run("register", "--user", "ada", "--label", "blue").exitCode()).isZero();
    String old = json("users", "credentials", "--json").at("/credentials/0/id").asText();
    Shell.Ended dry =
        run("users", "credentials", "replace", "--revoke-first", "--dry-run", "--", old);
    assertThat(dry.exitCode()).as(dry.err()).isZero();
    assertThat(dry.out()).contains("would be replaced", "the user's last one");
    Shell.Ended refused = run("users", "credentials", "replace", "--yes", "--", old);
    assertThat(refused.exitCode()).as("the key holds one already").isEqualTo(1);
    assertThat(json("users", "credentials", "--json").at("/credentials/0/id").asText())
        .isEqualTo(old);

    JsonNode done =
        json("users", "credentials", "replace", "--revoke-first", "--yes", "--json", "--", old);
    assertThat(done.get("revoked").asBoolean()).isTrue();
    assertThat(done.at("/ceremony/accepted").asBoolean()).isTrue();
    JsonNode left = json("users", "credentials", "--json").get("credentials");
    assertThat(left).hasSize(1);
    assertThat(left.get(0).get("id").asText()).isNotEqualTo(old);
    assertThat(left.get(0).get("label").asText()).isEqualTo("blue");
  }
}
