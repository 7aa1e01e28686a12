package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.usecase.RemoveLabKey;
import java.util.Optional;

/** What the person is asked before a key is made or thrown away. */
public sealed interface Question {

  record None() implements Question {}

  /** A question that is answered with a name, which may be refused. */
  sealed interface Named extends Question {

    /** Why the last answer was not taken; empty at first. */
    Optional<Advice> mistake();

    /** The same question after an answer that was not taken. */
    Question mistaken(Advice advice);
  }

  /** Which name, and which model? */
  record NewKey(Optional<Advice> mistake) implements Named {
    NewKey() {
      this(Optional.empty());
    }

    @Override
    public NewKey mistaken(Advice advice) {
      return new NewKey(Optional.of(advice));
    }
  }

  /** Which name for the clone? */
  record Clone(String original, Optional<Advice> mistake) implements Named {
    Clone(String original) {
      this(original, Optional.empty());
    }

    @Override
    public Clone mistaken(Advice advice) {
      return new Clone(original, Optional.of(advice));
    }
  }

  /**
   * What shall a server be given?
   *
   * @param pem root and intermediates
   */
  record Trust(String pem) implements Question {}

  /** Shall it really go? */
  record Remove(RemoveLabKey.Preview preview) implements Question {}
}
