package dev.touchstone.app.advice;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import java.util.OptionalInt;

/** What to tell when a PIN was not taken: the one of the key, or one that was to become it. */
final class PinAdvice {

  static final String SET_ONE =
      "Set a PIN with 'touchstone pin set' or on the Keys screen, then start over.";

  private static final String CHANGE_IT =
      "Change it with 'touchstone pin change' or on the Keys screen";

  private static final String RESET = "Reset the key, then register it again everywhere.";

  private PinAdvice() {}

  static Advice on(Operation operation, PinRefused pin) {
    String happened = pin.kind().sentence();
    String noTry = "Nothing was changed, and no try was lost.";
    return switch (pin.kind()) {
      case WRONG ->
          new Advice(
              Kind.FAILED,
              happened,
              triesLeft(pin.triesLeft()),
              "Start over and type the right one; this program never tries by itself.",
              clause(operation));
      case TOO_SHORT, TOO_LONG ->
          new Advice(
              Kind.FAILED,
              happened,
              "The key was not asked, so no try was lost.",
              "Start over and type the PIN that was set.",
              "CTAP 2.3 §6.5.1");
      case REPLUG_NEEDED ->
          new Advice(Kind.FAILED, happened, triesLeft(pin.triesLeft()), "", clause(operation));
      case BLOCKED ->
          new Advice(Kind.FAILED, happened, "No tries are left.", RESET, "CTAP 2.3 §6.5.3");
      case CHANGE_REQUIRED ->
          new Advice(
              Kind.FAILED,
              happened,
              "",
              CHANGE_IT + ", then start over.",
              "CTAP 2.3 §6.4 forcePINChange");
      case NOT_SUPPORTED ->
          advice(
              pin,
              "Take a FIDO2 key; 'touchstone info' shows what this one can do.",
              "CTAP 2.3 §6.4 clientPin");
      case ALREADY_SET ->
          advice(
              pin,
              CHANGE_IT
                  + "; who does not know it has to reset the key, which deletes every"
                  + " credential.",
              "CTAP 2.3 §6.5.5.5");
      case NOT_SET ->
          advice(
              pin, "Set one with 'touchstone pin set' or on the Keys screen.", "CTAP 2.3 §6.5.5.6");
      case NEW_TOO_SHORT ->
          new Advice(
              Kind.FAILED, Sentences.of(pin), noTry, "Choose a longer one.", "CTAP 2.3 §6.5.1");
      case NEW_TOO_LONG ->
          new Advice(
              Kind.FAILED,
              Sentences.of(pin),
              noTry,
              "Choose a shorter one; letters with accents and other scripts take several bytes each.",
              "CTAP 2.3 §6.5.1");
      case NEW_ENDS_IN_NUL ->
          new Advice(
              Kind.FAILED,
              Sentences.of(pin),
              noTry,
              "Choose one that ends in a character that can be typed.",
              "CTAP 2.3 §6.5.1");
      case NEW_AGAINST_POLICY ->
          advice(
              pin,
              "Choose another: longer, less simple, and not the one that was set before.",
              "CTAP 2.3 §6.5.5.5, 0x37 CTAP2_ERR_PIN_POLICY_VIOLATION");
    };
  }

  private static Advice advice(PinRefused pin, String next, String clause) {
    return new Advice(Kind.FAILED, Sentences.of(pin), "Nothing was changed.", next, clause);
  }

  private static String clause(Operation operation) {
    return operation == Operation.CHANGE_PIN ? "CTAP 2.3 §6.5.5.6" : "CTAP 2.3 §6.5.5.7";
  }

  private static String triesLeft(OptionalInt tries) {
    if (tries.isEmpty()) {
      return "It cost one try.";
    }
    int left = tries.getAsInt();
    return left == 1
        ? "One try is left: after it the key locks itself for good."
        : left + " tries are left.";
  }
}
