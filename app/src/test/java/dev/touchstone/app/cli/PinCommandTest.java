package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PIN for the key: set, used, changed, mistaken. */
final class PinCommandTest {

  @TempDir Path data;

  @Test
  void theVirtualKeyGetsItsPinAndVerifiesThePersonWithIt() throws Exception {
    Shell.Ended without = verified("");
    assertThat(without.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(without.json().at("/error/happened").asText()).contains("no PIN yet");
    assertThat(without.json().at("/error/next").asText())
        .contains("touchstone pin set", "Keys screen");

    Shell.Ended set = set("2468\n");
    assertThat(set.exitCode()).as(set.err()).isEqualTo(ExitCode.DONE);
    assertThat(set.out()).isEqualTo("Touchstone Virtual Key (virtual) has a PIN now.\n");

    JsonNode registered = verified("2468\n").json();
    assertThat(registered.get("accepted").asBoolean()).isTrue();
    assertThat(registered.at("/credential/userVerified").asBoolean()).isTrue();
    assertThat(outcome(registered, "The user was verified, if required")).isEqualTo("passed");
  }

  @Test
  void theChangedPinIsTakenAndTheOldOneIsNot() throws Exception {
    set("2468\n");

    assertThat(change("2468\nneues Paßwort\n").exitCode()).isEqualTo(ExitCode.DONE);

    assertThat(verified("2468\n").json().at("/error/happened").asText())
        .isEqualTo("The PIN is wrong.");
    assertThat(verified("neues Paßwort\n").json().get("accepted").asBoolean()).isTrue();
  }

  @Test
  void aWrongCurrentPinTellsTheTriesLeftAndChangesNothing() throws Exception {
    set("2468\n");

    Shell.Ended ended = change("9999\n1357\n");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    JsonNode error = ended.json().get("error");
    assertThat(error.get("happened").asText()).isEqualTo("The PIN is wrong.");
    assertThat(error.get("cost").asText()).isEqualTo("7 tries are left.");
    assertThat(error.get("clause").asText()).isEqualTo("CTAP 2.3 §6.5.5.6");
    assertThat(tries().get("triesLeft").asInt()).isEqualTo(7);
    assertThat(change("2468\n1357\n").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(tries().get("triesLeft").asInt()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2468\n123\n", "2468\n", "9999\n123\n"})
  void aNewPinThatIsTooShortCostsNoTry(String lines) throws Exception {
    set("2468\n");

    Shell.Ended ended = change(lines);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.json().at("/error/happened").asText())
        .isEqualTo("The new PIN is too short: it needs at least 4 characters.");
    assertThat(tries().get("triesLeft").asInt()).isEqualTo(8);
  }

  @Test
  void theStateOfThePinIsTold() throws Exception {
    assertThat(tries().get("pin").asText()).isEqualTo("not-set");
    assertThat(tries().get("triesLeft").isNull()).isTrue();
    assertThat(Shell.on(data).run("pin", "tries").out()).contains("no PIN yet", "pin set");

    set("2468\n");

    assertThat(tries().get("pin").asText()).isEqualTo("set");
    assertThat(Shell.on(data).run("pin", "tries").out()).contains("8 tries are left.");
  }

  @Test
  void aKeyThatHasAPinIsNotGivenAnother() {
    set("2468\n");

    Shell.Ended ended = set("1357\n");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).contains("has a PIN already", "touchstone pin change");
  }

  @Test
  void aKeyWithoutAPinIsToldToBeSetFirst() {
    assertThat(change("2468\n1357\n").err()).contains("no PIN yet", "touchstone pin set");
  }

  @Test
  void aU2fKeyCanHaveNone() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.U2F_ONLY)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key)).typing("2468\n");

      Shell.Ended ended = shell.run("pin", "set", "--pin-stdin", "--yes");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.err()).contains("This key has no PIN.", "FIDO2 key");
      assertThat(shell.run("pin", "tries").out()).contains("can have no PIN");
    }
  }

  @Test
  void aHardwareKeyIsNotChangedWithoutAYes() throws Exception {
    try (VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE)) {
      Shell shell = Shell.on(data, new PluggedKey("hid-1", key)).typing("2468\n");

      Shell.Ended asked = shell.run("pin", "set", "--pin-stdin");

      assertThat(asked.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(asked.err()).contains("no way back but a reset", "--yes");
      assertThat(shell.run("pin", "tries").out()).contains("no PIN yet");
      assertThat(shell.run("pin", "set", "--pin-stdin", "--yes").exitCode()).isZero();
      assertThat(shell.run("pin", "tries").out()).contains("has a PIN");
    }
  }

  @Test
  void withoutATerminalTheWayOutIsNamed() {
    Shell.Ended ended = Shell.on(data).run("pin", "set");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("no terminal", "--pin-stdin");
  }

  @Test
  void thePinIsNoOption() {
    assertThat(Shell.on(data).run("pin", "set", "2468").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Shell.on(data).run("pin", "set", "--pin", "2468").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Shell.on(data).run("pin").err()).contains("touchstone pin --help");
  }

  @Test
  void noPinIsEverPrinted() {
    Shell.Ended set = set("2468-secret\n");
    Shell.Ended wrong = change("1357-secret\nabcd-secret\n");
    Shell.Ended changed = change("2468-secret\nabcd-secret\n");

    for (Shell.Ended ended : new Shell.Ended[] {set, wrong, changed}) {
      assertThat(ended.out() + ended.err()).doesNotContain("secret");
    }
  }

  private Shell.Ended set(String lines) {
    return Shell.on(data).typing(lines).run("pin", "set", "--pin-stdin");
  }

  private Shell.Ended change(String lines) {
    return Shell.on(data).typing(lines).run("pin", "change", "--pin-stdin", "--json");
  }

  private JsonNode tries() throws Exception {
    return Shell.on(data).run("pin", "tries", "--json").json();
  }

  private Shell.Ended verified(String lines) {
    return Shell.on(data)
        .typing(lines)
        .run(
            "register",
            "--user",
            "ada",
            "--user-verification",
            "required",
            "--pin-stdin",
            "--json");
  }

  private static String outcome(JsonNode ceremony, String title) {
    return StreamSupport.stream(ceremony.get("steps").spliterator(), false)
        .filter(step -> step.get("title").asText().equals(title))
        .findFirst()
        .orElseThrow()
        .get("outcome")
        .asText();
  }
}
