package dev.touchstone.app.request.variable;

import dev.touchstone.app.request.Origin;
import java.util.Optional;

/**
 * What a variable stands for.
 *
 * @param text the value
 * @param only where alone it may be sent; empty for what is no secret
 */
public record Value(String text, Optional<Origin> only) {

  /** What may go anywhere. */
  public static Value open(String text) {
    return new Value(text, Optional.empty());
  }

  @Override
  public String toString() {
    return "Value";
  }
}
