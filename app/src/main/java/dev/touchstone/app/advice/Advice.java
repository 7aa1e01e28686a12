package dev.touchstone.app.advice;

/**
 * One failure, told to the person in front of the program.
 *
 * @param kind which sort of end this is; the terminal's exit code follows from it
 * @param happened what happened, one sentence
 * @param cost what it cost, such as the PIN tries left; empty when it cost nothing
 * @param next what to do now, one sentence; empty when there is nothing to do
 * @param clause where the specification says so, such as {@code CTAP 2.3 §6.5.5.7}; may be empty
 */
public record Advice(Kind kind, String happened, String cost, String next, String clause) {

  /** The sorts of ends. */
  public enum Kind {
    /** The key, the relying party or the system refused. */
    FAILED,
    /** What was asked for cannot be done as it was asked. */
    USAGE,
    /** The person stopped it. */
    CANCELLED
  }

  /** All sentences in one paragraph. */
  public String paragraph() {
    StringBuilder text = new StringBuilder(happened);
    for (String sentence : new String[] {cost, next}) {
      if (!sentence.isEmpty()) {
        text.append(' ').append(sentence);
      }
    }
    return text.toString();
  }
}
