package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.virtual.Filled;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to keys and to the settings, as the audit trail has it. */
final class KeyTrailTest {

  @TempDir Path data;

  @Test
  void aPinThatIsSetChangedOrMistakenIsARowWithoutThePin() throws Exception {
    assertThat(pin("set", "2468-secret\n").exitCode()).isZero();
    assertThat(pin("change", "9999-secret\n1357-secret\n").exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(pin("change", "2468-secret\n1357-secret\n").exitCode()).isZero();

    JsonNode rows = changes();
    assertThat(rows.findValuesAsText("event")).containsOnly("key.pin").hasSize(3);
    assertThat(rows.findValuesAsText("outcome"))
        .containsExactly("succeeded", "refused", "succeeded");
    assertThat(rows.get(1).get("reason").asText()).isNotEmpty();
    assertThat(rows.get(2).at("/detail/change").asText()).isEqualTo("set");
    assertThat(rows.get(2).at("/detail/key").asText()).isEqualTo("Touchstone Virtual Key");
    assertThat(rows.get(2).at("/detail/key_id").asText()).isEqualTo("virtual");
    assertThat(rows.get(2).get("actor").asText())
        .isEqualTo("console:" + System.getProperty("user.name"));
    assertThat(rows.toString()).doesNotContain("secret");
    assertThat(Shell.on(data).run("audit", "verify").exitCode()).isZero();
  }

  @Test
  void aCredentialThatIsRenamedOrDeletedOnTheKeyIsARowThatNamesIt() throws Exception {
    try (VirtualKey key = Filled.with(KeyModels.TOUCHSTONE)) {
      String id =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(key.contents().credentials().getFirst().id().toByteArray());
      assertThat(at(key, "credentials", "--pin-stdin").exitCode()).isZero();
      assertThat(changes()).as("to look is no change").isEmpty();
      Shell.Ended dry = at(key, "credentials", "delete", "--dry-run", "--pin-stdin", "--", id);
      assertThat(dry.exitCode()).isZero();
      assertThat(changes()).as("nor is a preview").isEmpty();

      assertThat(at(key, "credentials", "delete", "--yes", "--pin-stdin", "--", id).exitCode())
          .isZero();
      JsonNode row = changes().get(0);
      assertThat(row.get("event").asText()).isEqualTo("key.credential.delete");
      assertThat(row.get("credential").asText()).isEqualTo(id);
      assertThat(row.at("/detail/key_id").asText()).isEqualTo("hid-1");

      Shell.Ended wrong =
          Shell.on(data, new PluggedKey("hid-1", key))
              .typing("wrong-pin\n")
              .run("credentials", "delete", "--yes", "--pin-stdin", "--", id);
      assertThat(wrong.exitCode()).isEqualTo(ExitCode.FAILED);
      JsonNode refused = changes().get(0);
      assertThat(refused.get("event").asText()).isEqualTo("key.unlock");
      assertThat(refused.get("outcome").asText()).isEqualTo("refused");
    }
  }

  @Test
  void aSettingThatIsChangedIsARow() throws Exception {
    Shell.Ended kept = Shell.on(data).run("servers", "add", "staging", "https://keys.example.org");
    assertThat(kept.exitCode()).as(kept.err()).isZero();
    assertThat(Shell.on(data).run("servers", "remove", "staging").exitCode()).isZero();
    JsonNode rows = changes();
    assertThat(rows.findValuesAsText("event")).containsExactly("settings", "settings");
    assertThat(rows.get(0).at("/detail/change").asText()).contains("staging", "no longer");
  }

  @Test
  void aTrailThatCannotBeWrittenIsToldAndTheKeyIsChangedAllTheSame() throws Exception {
    Files.writeString(data.resolve("touchstone.db"), "this is no database".repeat(100));
    Shell.Ended set = pin("set", "2468\n");
    assertThat(set.exitCode()).isZero();
    assertThat(set.out()).contains("has a PIN now");
    assertThat(set.err())
        .contains("The audit trail does not have what was just done (key.pin)")
        .doesNotContain("Exception");
    assertThat(Shell.on(data).run("pin", "tries", "--json").json().get("triesLeft").asInt())
        .isEqualTo(8);
  }

  private Shell.Ended pin(String what, String lines) {
    return Shell.on(data).typing(lines).run("pin", what, "--pin-stdin");
  }

  private Shell.Ended at(VirtualKey key, String... arguments) {
    return Shell.on(data, new PluggedKey("hid-1", key)).typing(Filled.PIN + "\n").run(arguments);
  }

  private JsonNode changes() throws Exception {
    return Shell.on(data).run("audit", "changes", "--json").json().get("rows");
  }
}
