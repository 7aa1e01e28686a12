package dev.touchstone.rp.ceremony.check;

import dev.touchstone.rp.ceremony.Step.Input;
import dev.touchstone.rp.ceremony.Step.Outcome;
import dev.touchstone.rp.ceremony.response.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What one check found.
 *
 * @param outcome the verdict
 * @param explanation one sentence
 * @param inputs what the verdict was made from
 * @param stricter whether the library leaves this failure to its caller, or would let it pass
 */
public record Finding(Outcome outcome, String explanation, List<Input> inputs, boolean stricter) {

  public Finding {
    inputs = List.copyOf(inputs);
  }

  public static Finding passed(String explanation) {
    return new Finding(Outcome.PASSED, explanation, List.of(), false);
  }

  public static Finding failed(String explanation) {
    return new Finding(Outcome.FAILED, explanation, List.of(), false);
  }

  /** A failure that the library leaves to its caller, or would let pass. */
  public static Finding failedThoughNotForTheLibrary(String explanation) {
    return new Finding(Outcome.FAILED, explanation, List.of(), true);
  }

  public static Finding notApplicable(String explanation) {
    return new Finding(Outcome.NOT_APPLICABLE, explanation, List.of(), false);
  }

  /** The check of something that may be missing; then it does not apply. */
  public static <T> Finding of(Piece<T> piece, Function<T, Finding> check) {
    return switch (piece) {
      case Piece.Present<T>(T value) -> check.apply(value);
      case Piece.Missing<T>(String why) -> notApplicable("Not checked because %s.".formatted(why));
    };
  }

  public boolean hasFailed() {
    return outcome == Outcome.FAILED;
  }

  /** With one input more. */
  public Finding with(String name, String expected, String received) {
    List<Input> more = new ArrayList<>(inputs);
    more.add(new Input(name, expected, received));
    return new Finding(outcome, explanation, more, stricter);
  }

  /** With one input more, of which there is only what was received. */
  public Finding with(String name, String received) {
    return with(name, "", received);
  }
}
