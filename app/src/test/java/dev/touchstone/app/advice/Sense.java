package dev.touchstone.app.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.advice.Advice.Kind;
import java.util.List;

/** What every piece of advice has to be, whatever it is about. */
final class Sense {

  private Sense() {}

  static void check(Advice advice, String about) {
    assertThat(advice.happened()).as(about).isNotBlank();
    for (String sentences : List.of(advice.happened(), advice.cost(), advice.next())) {
      if (!sentences.isEmpty()) {
        assertThat(sentences)
            .as(about)
            .matches("(?s)[\\p{Lu}0-9].*[^.]\\.")
            .doesNotContain("null", "Exception", "  ", " ,", " .", "%");
      }
    }
    assertThat(advice.next().isEmpty())
        .as("%s: %s", about, advice)
        .isEqualTo(advice.kind() == Kind.CANCELLED);
  }
}
