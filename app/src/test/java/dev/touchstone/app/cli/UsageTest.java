package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no key and no database. */
final class UsageTest {

  @TempDir Path data;

  @Test
  void helpNamesEveryCommandAndEveryExitCode() {
    Shell.Ended ended = Shell.on(data).run("--help");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("try", "keys", "info", "register", "sign-in", "users", "credentials")
        .contains("inspect", "explain", "window", "screenshots", "completion")
        .contains("Exit codes:", "  0 ", "  1 ", "  2 ", "  130 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try",
        "keys",
        "info",
        "register",
        "sign-in",
        "users",
        "credentials",
        "inspect",
        "explain",
        "window",
        "screenshots",
        "completion"
      })
  void everyCommandExplainsItself(String command) {
    Shell.Ended ended = Shell.on(data).run(command, "--help");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).contains("Usage: touchstone " + command).contains("--data=DIR");
    assertThat(ended.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void versionIsOneLine() {
    Shell.Ended ended = Shell.on(data).run("--version");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out().lines()).hasSize(1).first().asString().startsWith("Touchstone ");
  }

  @Test
  void anUnknownOptionIsUsage() {
    Shell.Ended ended = Shell.on(data).run("keys", "--wrong");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("Unknown option: '--wrong'.", "See: touchstone keys --help")
        .doesNotContain("\tat ");
  }

  @Test
  void anIdThatBeginsWithAHyphenIsTakenBehindTwoOfThem() {
    Shell.Ended ended = Shell.on(data).run("users", "credentials", "delete", "-x9Qa");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err().replaceAll("\\s+", " "))
        .contains("Before an id that begins with a hyphen, put --");

    Shell.Ended behind = Shell.on(data).run("users", "credentials", "delete", "--", "-x9Qa");

    assertThat(behind.err()).contains("-x9Qa").doesNotContain("Unknown option");
  }

  @Test
  void aMistypedCommandIsToldWhatItMayHaveBeen() {
    for (String[] arguments : new String[][] {{"regster"}, {"regster", "--help"}}) {
      Shell.Ended ended = Shell.on(data).run(arguments);

      assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err())
          .contains("There is no command 'regster'.", "Did you mean 'register'?");
    }
  }

  @Test
  void theNearestCommandIsGuessedAndNothingWhereNoneIsNear() {
    assertThat(Shell.on(data).run("mial").err()).contains("Did you mean 'mail'?");
    assertThat(Shell.on(data).run("tokens", "revkoe").err()).contains("Did you mean 'revoke'?");
    assertThat(Shell.on(data).run("cred").err()).contains("Did you mean 'credentials'?");
    assertThat(Shell.on(data).run("tokens", "make").err()).doesNotContain("Did you mean");
  }

  @Test
  void anArgumentTooManyIsCalledSo() {
    Shell.Ended ended = Shell.on(data).run("info", "virtual");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("'virtual' is one argument too many.");
  }

  @Test
  void usageIsAlsoToldAsJson() throws Exception {
    Shell.Ended ended = Shell.on(data).run("register", "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    JsonNode error = ended.json().get("error");
    assertThat(error.get("kind").asText()).isEqualTo("usage");
    assertThat(error.get("exitCode").asInt()).isEqualTo(2);
    assertThat(error.get("happened").asText()).contains("--user");
  }

  @Test
  void anAlgorithmThatNobodyKnowsIsUsage() {
    Shell.Ended ended = Shell.on(data).run("register", "--user", "ada", "--algorithm", "ROT13");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("ROT13").contains("ES256");
  }

  @Test
  void withoutADisplayTheWindowSaysSoAndListsTheCommands() {
    for (String[] arguments : new String[][] {{}, {"window"}}) {
      Shell.Ended ended = Shell.on(data).run(arguments);

      assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(ended.err()).contains("There is no display").contains("Commands:", "try");
    }
  }

  @Test
  void settingsThatMeanNothingAreUsage() throws Exception {
    Files.writeString(data.resolve("settings.properties"), "counter-policy = maybe");

    Shell.Ended ended = Shell.on(data).run("keys");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("settings.properties", "maybe");
  }

  @Test
  void theCompletionScriptKnowsTheCommands() {
    Shell.Ended ended = Shell.on(data).run("completion");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("sign-in", "--counter-policy")
        .contains("\"accept\" \"warn\" \"refuse\"", "\"required\" \"preferred\"");
  }

  @ParameterizedTest
  @CsvSource({
    "touchstone cred, credentials",
    "touchstone lab pl, plug",
    "touchstone lab touch --by i, itself",
    "touchstone pin s, set",
    "touchstone register --user-verification req, required",
    "touchstone register --attestation d, direct",
    "touchstone sign-in --hint h, hybrid",
    "touchstone sign-in --counter-policy w, warn"
  })
  void bashCompletesCommandsAndTheWordsOfOptions(String typed, String completed) throws Exception {
    Path script = data.resolve("completion");
    Files.writeString(script, Shell.on(data).run("completion").out());
    String complete =
        "compopt() { :; }; source '%s'; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                .formatted(script, typed)
            + " _complete_touchstone; echo \"${COMPREPLY[*]}\"";

    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", complete).redirectErrorStream(true).start();

    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(completed);
    assertThat(bash.waitFor()).isZero();
  }

  @Test
  void theDataOptionWinsWhereverItStands() {
    Path elsewhere = data.resolve("elsewhere");

    assertThat(Shell.on(data).run("--data", elsewhere.toString(), "keys").out())
        .contains("virtual");
    assertThat(Shell.on(data).run("keys", "--json", "--data", elsewhere.toString()).out())
        .contains(elsewhere.resolve("virtual-keys").toString());
    assertThat(Shell.on(data).run("--data", elsewhere.toString(), "keys", "--json").out())
        .contains(elsewhere.resolve("virtual-keys").toString());
  }

  @Test
  void listingKeysLeavesNothingBehind() {
    Path untouched = data.resolve("untouched");

    assertThat(Shell.on(untouched).run("keys").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(untouched).doesNotExist();
  }
}
