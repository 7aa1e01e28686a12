package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings, reset and raw information in the terminal, on a virtual key that knows them all. */
final class SettingCommandsTest {

  private static final String PIN = "2468-secret";

  @TempDir Path data;

  @BeforeEach
  void aKeyWithAPin() {
    assertThat(Shell.on(data).run("lab", "new", "set", "--model", "touchstone").exitCode())
        .isZero();
    assertThat(run(PIN, "pin", "set", "--pin-stdin").exitCode()).isZero();
  }

  @Test
  void settingsAreShownWithoutAPin() throws Exception {
    Shell.Ended ended = run("", "config");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("always-uv", "touchstone config always-uv on", "min-pin-length");
    JsonNode json = run("", "config", "--json").json();
    assertThat(json.findValuesAsText("id")).contains("set");
  }

  @Test
  void aSettingIsChangedAfterAYesOnly() throws Exception {
    Shell.Ended asked = run("", "config", "always-uv", "on");
    assertThat(asked.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(asked.err()).contains("Nobody can be asked", "Add --yes");
    assertThat(asked.err().lines())
        .as("the preview, a line for each paragraph")
        .anyMatch(
            line -> line.startsWith("Always verify the person of") && line.endsWith("on then."));
    assertThat(alwaysUv()).isFalse();

    assertThat(run(PIN, "config", "always-uv", "on", "--dry-run", "--pin-stdin").out())
        .contains("off now, on then");
    assertThat(alwaysUv()).isFalse();

    Shell.Ended done = run(PIN, "config", "always-uv", "on", "--yes", "--pin-stdin");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out() + done.err()).contains("on now").doesNotContain(PIN);
    assertThat(alwaysUv()).isTrue();
    assertThat(run("", "config", "always-uv", "on").out()).contains("on already");
  }

  @Test
  void aMinimumThatIsLowerThanThePresentOneIsRefusedAndNothingChanges() {
    assertThat(run(PIN, "config", "min-pin-length", "8", "--yes", "--pin-stdin").exitCode())
        .isZero();

    Shell.Ended lower = run(PIN, "config", "min-pin-length", "5", "--yes", "--pin-stdin");

    assertThat(lower.exitCode()).isNotZero();
    assertThat(lower.err()).contains("8");
    assertThat(run("", "config").out()).contains("at least 8 characters");
  }

  @Test
  void aKeyIsResetAfterAYesOnlyAndThePreviewCountsWhatIsLost() throws Exception {
    assertThat(run("", "reset", "--dry-run").out())
        .contains("This deletes everything on", "Credentials", "PIN");
    Shell.Ended asked = run("", "reset");
    assertThat(asked.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(asked.err().lines().toList())
        .as("one paragraph each")
        .anyMatch(line -> line.startsWith("This deletes everything on"))
        .anyMatch(line -> line.startsWith("Credentials: "));
    assertThat(hasPin()).isTrue();

    JsonNode done = run("", "reset", "--yes", "--touch", "--json").json();

    assertThat(done.get("done").asBoolean()).isTrue();
    assertThat(hasPin()).isFalse();
  }

  @Test
  void rawInformationIsTheReplyAndItsMembersAndNothingElse() {
    Shell.Ended ended = run("", "info", "--raw");

    assertThat(ended.exitCode()).isZero();
    String[] lines = ended.out().split("\n", -1);
    assertThat(lines[0]).matches("[0-9a-f]+");
    assertThat(Arrays.copyOfRange(lines, 1, lines.length - 1))
        .allMatch(line -> line.matches("0x[0-9A-F]{2}: .+"))
        .anyMatch(line -> line.startsWith("0x01: [\"") && line.contains("FIDO_2_3"));
  }

  private boolean alwaysUv() throws Exception {
    return run("", "config").out().contains("always-uv  on");
  }

  private boolean hasPin() throws Exception {
    return run("", "info", "--json").json().get("summary").asText().contains("with a PIN");
  }

  private Shell.Ended run(String typed, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--key";
    all[arguments.length + 1] = "set";
    return Shell.on(data).typing(typed.isEmpty() ? "" : typed + "\n").run(all);
  }
}
