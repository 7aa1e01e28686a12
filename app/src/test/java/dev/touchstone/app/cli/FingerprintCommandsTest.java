package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fingerprints in the terminal, on the virtual key with a sensor. */
final class FingerprintCommandsTest {

  private static final String PIN = "2468-secret\n";

  @TempDir Path data;

  @BeforeEach
  void aBiometricKeyWithAPin() {
    assertThat(Shell.on(data).run("lab", "new", "bio", "--model", "biometric").exitCode()).isZero();
    assertThat(
            Shell.on(data).typing(PIN).run("pin", "set", "--key", "bio", "--pin-stdin").exitCode())
        .isZero();
  }

  @Test
  void aFingerIsEnrolledByAKeyThatTouchesItself() throws Exception {
    Shell.Ended ended = run("enrol", "--name", "right thumb", "--touch", "--json");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.json().get("done").asBoolean()).isTrue();
    assertThat(ended.json().get("first").asBoolean()).isTrue();
    assertThat(ended.json().at("/fingerprint/name").asText()).isEqualTo("right thumb");
    assertThat(ended.json().at("/samples").asInt()).isEqualTo(4);
    assertThat(ended.err()).contains("1 of 4  Good.", "4 of 4  Good.");
    assertThat(ended.err() + ended.out()).doesNotContain("secret");
    assertThat(list().get(0).get("name").asText()).isEqualTo("right thumb");
  }

  @Test
  void theSecondTimeAnotherFingerIsUsed() throws Exception {
    run("enrol", "--touch");

    Shell.Ended ended = run("enrol", "--touch");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("The key knows this finger already");
    assertThat(list()).hasSize(2);
  }

  @Test
  void aDryRunEnrolsNobody() throws Exception {
    Shell.Ended ended = run("enrol", "--name", "thumb", "--dry-run", "--touch");

    assertThat(ended.out())
        .contains("Would enrol a finger as 'thumb', from at most 4 good samples.", "Nothing was");
    assertThat(list()).isEmpty();
  }

  @Test
  void aFingerprintIsRenamedAndDeletedAfterAYes() throws Exception {
    run("enrol", "--touch");
    String id = list().get(0).get("id").asText();

    assertThat(run("rename", id.substring(0, 4), "thumb").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("rename", id, "thumb", "--dry-run").out()).contains("Would call", "'thumb'");
    assertThat(list().get(0).get("name").isNull()).isTrue();
    assertThat(run("rename", id.substring(0, 4), "thumb", "--yes").out())
        .isEqualTo(id + " is called 'thumb' now.\n");
    assertThat(list().get(0).get("name").asText()).isEqualTo("thumb");

    assertThat(run("delete", id, "--dry-run").out())
        .contains("Would let the key forget", "the last one", "its PIN alone");
    assertThat(run("delete", id).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(list()).hasSize(1);
    JsonNode deleted = run("delete", id, "--yes", "--json").json();
    assertThat(deleted.get("done").asBoolean()).isTrue();
    assertThat(deleted.get("last").asBoolean()).isTrue();
    assertThat(list()).isEmpty();
    assertThat(run().out()).contains("knows no finger yet", "fingerprints enrol");
  }

  @Test
  void anIdThatIsNotThereAndANameThatIsTooLongAreTold() throws Exception {
    run("enrol", "--touch");
    String id = list().get(0).get("id").asText();

    assertThat(run("delete", "zzz", "--yes").err()).contains("no fingerprint 'zzz'");
    assertThat(run("rename", id, "x".repeat(65), "--yes").err())
        .contains("too long", "64 bytes", "The old name stays.");
    assertThat(run("enrol", "--name", "x".repeat(65), "--touch").err()).contains("too long");
    assertThat(list()).hasSize(1);
  }

  @Test
  void theSensorIsDescribedWithoutAPin() throws Exception {
    Shell.Ended ended = Shell.on(data).run("fingerprints", "sensor", "--key", "bio");

    assertThat(ended.out()).contains("laid on the sensor", "4 good samples", "64 bytes");
    JsonNode sensor = Shell.on(data).run("fingerprints", "sensor", "--key", "bio", "--json").json();
    assertThat(sensor.at("/sensor/kind").asText()).isEqualTo("touch");
  }

  @Test
  void aKeyWithoutASensorSaysSo() {
    Shell.Ended ended = Shell.on(data).run("fingerprints", "--key", "virtual");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("no fingerprint sensor", "by its PIN");
  }

  private JsonNode list() throws Exception {
    return run("--json").json().get("fingerprints");
  }

  private Shell.Ended run(String... arguments) {
    String[] line = new String[arguments.length + 4];
    line[0] = "fingerprints";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[arguments.length + 1] = "--key";
    line[arguments.length + 2] = "bio";
    line[arguments.length + 3] = "--pin-stdin";
    return Shell.on(data).typing(PIN).run(line);
  }
}
