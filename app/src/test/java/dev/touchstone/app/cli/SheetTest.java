package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SheetTest {

  private static final Style PLAIN = new Style(false);
  private static final Sheet TERMINAL = new Sheet(40, false, PLAIN);
  private static final Sheet PIPE = new Sheet(40, true, PLAIN);
  private static final String LONG = "0123456789".repeat(10);

  @Test
  void aPipeGetsEveryValueWhole() {
    assertThat(PIPE.shorten(LONG, 20)).isEqualTo(LONG);
    assertThat(PIPE.brief("id " + LONG, 20)).containsExactly("id " + LONG);
    assertThat(PIPE.lines("the id is " + LONG + " of ada", 20))
        .containsExactly("the id is", LONG, "of ada");
  }

  @Test
  void aTerminalGetsTheEndsOfALongValue() {
    assertThat(TERMINAL.shorten(LONG, 11)).isEqualTo("01234…56789");
    assertThat(TERMINAL.brief(LONG, 11)).containsExactly("01234…56789");
  }

  @Test
  void wordsAreWrappedRatherThanCut() {
    assertThat(TERMINAL.brief("ES256 (-7) or EdDSA (-8) or ES384 (-35)", 16))
        .containsExactly("ES256 (-7) or", "EdDSA (-8) or", "ES384 (-35)");
  }

  @Test
  void inBriefManyWordsAreCutTooAndNoLineIsTooWide() {
    assertThat(TERMINAL.brief("one two ".repeat(100), 16))
        .hasSizeLessThan(6)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(16));
  }
}
