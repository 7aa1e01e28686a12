package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Step.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StepListTest {

  private static final Style PLAIN = new Style(false);
  private static final String LONG = "0123456789abcdef".repeat(20);

  private static final Step PASSED =
      new Step(
          "7.1.8",
          "The challenge is the one that was sent",
          Outcome.PASSED,
          "Both are equal.",
          List.of(new Step.Input("challenge", LONG, LONG)));

  private static final Step FAILED =
      new Step(
          "7.1.9",
          "The origin is one of ours",
          Outcome.FAILED,
          "The origin is another one.",
          List.of(new Step.Input("origin", "https://localhost", "https://evil.example")));

  private static final Step NOT_APPLICABLE =
      new Step("7.1.10", "Framed in a page", Outcome.NOT_APPLICABLE, "It was not.", List.of());

  @Test
  void aFailedStepAlwaysShowsBothSidesOfItsInput() {
    assertThat(lines(StepList.Detail.TITLES, FAILED))
        .containsExactly(
            "  ✗ 7.1.9   The origin is one of ours",
            "            The origin is another one.",
            "            origin expected https://localhost",
            "                   received https://evil.example");
  }

  @Test
  void aPassedStepShowsItsInputsWhenTheyAreWanted() {
    assertThat(lines(StepList.Detail.TITLES, PASSED))
        .containsExactly("  ✓ 7.1.8   The challenge is the one that was sent");
    assertThat(lines(StepList.Detail.INPUTS, PASSED))
        .hasSize(2)
        .element(1)
        .asString()
        .startsWith("            challenge = 0123456789")
        .contains("…")
        .endsWith("abcdef");
  }

  @Test
  void nothingIsCutWhenEverythingIsWanted() {
    List<String> lines = lines(StepList.Detail.EVERYTHING, PASSED);

    assertThat(lines).contains("            Both are equal.");
    assertThat(String.join("", lines.stream().map(String::strip).toList())).contains(LONG);
  }

  @Test
  void aStepThatDoesNotApplySaysWhy() {
    assertThat(lines(StepList.Detail.TITLES, NOT_APPLICABLE))
        .containsExactly("  – 7.1.10  Framed in a page", "            It was not.");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int columns : new int[] {40, 60, 80, 120}) {
      StepList list = new StepList(StepList.Detail.EVERYTHING, new Sheet(columns, false, PLAIN));

      assertThat(list.lines(List.of(PASSED, FAILED, NOT_APPLICABLE)))
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void whatAKeySentCannotDriveTheTerminal() {
    Step hostile =
        new Step(
            "7.1.9",
            "title",
            Outcome.FAILED,
            "because",
            List.of(new Step.Input("origin", "a", "\u001b[2Jb\r")));

    assertThat(String.join("\n", lines(StepList.Detail.EVERYTHING, hostile)))
        .doesNotContain("\u001b", "\r");
  }

  private static List<String> lines(StepList.Detail detail, Step step) {
    return new StepList(detail, new Sheet(80, false, PLAIN)).lines(List.of(step));
  }
}
