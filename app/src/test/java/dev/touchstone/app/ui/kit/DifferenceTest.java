package dev.touchstone.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DifferenceTest {

  @Test
  void onlyTheMiddleDiffers() {
    assertThat(Difference.between("https://example.org/a", "https://evil.org/a"))
        .isEqualTo(new Difference("https://e", "xample", "vil", ".org/a"));
  }

  @Test
  void equalTextsDifferNowhere() {
    assertThat(Difference.between("same", "same")).isEqualTo(new Difference("same", "", "", ""));
  }

  @Test
  void startAndEndNeverOverlap() {
    assertThat(Difference.between("aa", "aaa")).isEqualTo(new Difference("aa", "", "a", ""));
  }
}
