package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {

  @TempDir Path data;

  @Test
  void tellsOfKeysVersionsClockAndData() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell.Ended ended = Shell.on(data, new PluggedKey("hid-1", key)).run("doctor");

      assertThat(ended.out())
          .contains("Keys", "USB", "Cards", "Data", "Laboratory", "Clock", "Versions")
          .contains("hid-1")
          .contains("FIDO_2_1");
    }
  }

  @Test
  void whatIsBrokenMakesItFail() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      key.unplug();
      Shell.Ended ended = Shell.on(data, new PluggedKey("hid-1", key)).run("doctor", "--json");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.json().path("broken").asBoolean()).isTrue();
      assertThat(ended.json().at("/findings/0/verdict").asText()).isEqualTo("broken");
    }
  }

  @Test
  void keyOfTheShelfThatIsDamagedIsToldOf() throws Exception {
    Shell shell = Shell.on(data);
    shell.run("lab", "new", "blue");
    Files.writeString(data.resolve("virtual-keys/blue/key.json"), "{");

    assertThat(shell.run("doctor").out()).contains("'blue' cannot be used");
  }

  @Test
  @EnabledOnOs(LINUX)
  void aDryRunPrintsTheRuleAndNothingIsWrittenWithoutYes() throws Exception {
    Shell.Ended dry = Shell.on(data).run("doctor", "--fix", "--dry-run", "--json");
    assertThat(dry.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(dry.json().path("content").asText()).contains("uaccess");
    assertThat(dry.json().path("done").asBoolean()).isFalse();

    assertThat(Shell.on(data).run("doctor", "--fix").out()).contains("udevadm control --reload");
    assertThat(Path.of(dry.json().path("file").asText())).doesNotExist();
  }
}
