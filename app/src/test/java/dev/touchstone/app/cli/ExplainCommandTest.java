package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.app.advice.CodeBook;
import dev.touchstone.app.advice.Explanation;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code touchstone explain}: codes that somebody has from another program. */
final class ExplainCommandTest {

  private static final Pattern COMMAND = Pattern.compile("'touchstone ([a-z -]+)'");

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {"0x36", "CTAP2_ERR_PIN_AUTH_INVALID", "6985", "SCARD_E_SHARING_VIOLATION"})
  void saysWhatTheCodeMeansAndWhatToDo(String code) {
    Shell.Ended ended = Shell.on(data).run("explain", code);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).containsIgnoringCase(code).contains("start over");
    assertThat(ended.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate_limited", "RATE_LIMITED", "429"})
  void aProblemOfOurApiIsExplainedByItsCodeOrItsStatus(String code) throws Exception {
    assertThat(Shell.on(data).run("explain", code).out())
        .contains("429 rate_limited", "Too many requests.", "Retry-After");
    JsonNode problem = Shell.on(data).run("explain", code, "--json").json().at("/codes/0");
    assertThat(problem.get("family").asText()).isEqualTo("problem");
    assertThat(problem.get("advice")).hasSize(1);
    assertThat(problem.at("/advice/0/operations")).isEmpty();
  }

  @Test
  void aStatusOfOurApiIsEachProblemThatHasIt() throws Exception {
    assertThat(
            Shell.on(data)
                .run("explain", "403", "--json")
                .json()
                .at("/codes")
                .findValuesAsText("name"))
        .containsExactly("forbidden", "insufficient_scope");
    assertThat(Shell.on(data).run("explain", "0x403").out()).doesNotContain("forbidden");
  }

  @Test
  void withTheOperationItSaysWhatItCost() {
    Shell.Ended ended =
        Shell.on(data).run("explain", "0x31", "--operation", "delete-key-credential");

    assertThat(ended.out())
        .contains("Nothing was deleted.", "one PIN try", "§6.8", "0x31 CTAP2_ERR_PIN_INVALID");
  }

  @Test
  void theOperationDecidesWhatToDo() {
    Shell shell = Shell.on(data);

    assertThat(shell.run("explain", "0x30", "--operation", "reset-key").out())
        .contains("first seconds");
    assertThat(shell.run("explain", "0x30", "--operation", "SIGN-IN").out())
        .doesNotContain("first seconds");
  }

  @Test
  void asJsonEveryOperationIsInExactlyOneCase() throws Exception {
    JsonNode codes = Shell.on(data).run("explain", "0x06", "--json").json().get("codes");

    assertThat(codes.findValuesAsText("family")).containsExactly("ctap-status", "ctaphid-error");
    for (JsonNode code : codes) {
      List<String> operations =
          code.get("advice").findValues("operations").stream()
              .flatMap(list -> list.valueStream())
              .map(JsonNode::asText)
              .toList();
      assertThat(operations).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }
  }

  @Test
  void asJsonWithTheOperationThereIsOneAdviceWithItsCost() throws Exception {
    JsonNode code =
        Shell.on(data)
            .run("explain", "ENODEV", "--operation", "change-pin", "--json")
            .json()
            .at("/codes/0");

    assertThat(code.get("name").asText()).isEqualTo("ENODEV");
    assertThat(code.get("advice")).hasSize(1);
    assertThat(code.at("/advice/0/cost").asText()).contains("old or the new one");
  }

  @Test
  void whatIsNoCodeIsUsage() throws Exception {
    Shell.Ended ended = Shell.on(data).run("explain", "help me", "--json");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("'help me' is no code", "0x36");
    assertThat(ended.json().at("/error/kind").asText()).isEqualTo("usage");
  }

  @Test
  void anUnknownOperationIsUsage() {
    Shell.Ended ended = Shell.on(data).run("explain", "0x36", "--operation", "dance");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("no operation 'dance'");
  }

  @Test
  void theHelpListsTheOperations() {
    assertThat(Shell.on(data).run("explain", "--help").out().replaceAll("\\s+", " "))
        .contains("reset-key", "enrol-fingerprint", "collect-large-blobs");
  }

  @Test
  void everyCommandThatAnAdviceNamesExists() {
    List<String> named =
        CodeBook.all().stream()
            .flatMap(code -> Explanation.of(code).cases().stream())
            .flatMap(it -> COMMAND.matcher(it.next()).results().map(match -> match.group(1)))
            .distinct()
            .toList();

    assertThat(named).contains("pin set", "pin change", "info");
    for (String command : named) {
      assertThat(Shell.on(data).run((command + " --help").split(" ", -1)).exitCode())
          .as(command)
          .isEqualTo(ExitCode.DONE);
    }
  }
}
