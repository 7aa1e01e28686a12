package dev.touchstone.app.advice;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import java.util.OptionalInt;

/** What to tell when a PIN was not taken: the one of the key, or one that was to become it. */
final class PinAdvice {

  static final String SET_ONE =
      "Set a PIN with 'touchstone pin set' or on the Keys screen, then start over.";

  static final String CHANGE_IT =
      "Change the PIN with 'touchstone pin change' or on the Keys screen";

  static final String RESET =
      "Reset the key, which deletes every credential, then register it again everywhere.";

  private static final String RULES = "CTAP 2.3 §6.5.1";

  private PinAdvice() {}

  static Advice on(Operation operation, PinRefused pin) {
    String tries = triesLeft(pin.triesLeft());
    String notAsked = "The key was not asked, so no try was lost.";
    String noTry = "Nothing was changed, and no try was lost.";
    return switch (pin.kind()) {
      case WRONG ->
          told(
              pin,
              tries.isEmpty() ? "It cost one try." : tries,
              "Start over and type the right one; this program never tries by itself.",
              clause(operation));
      case TOO_SHORT, TOO_LONG ->
          told(pin, notAsked, "Start over and type the PIN that was set.", RULES);
      case REPLUG_NEEDED ->
          told(
              pin,
              tries.isEmpty() ? "The key takes no PIN before it is plugged in again." : tries,
              "Unplug the key, plug it in again, then start over.",
              clause(operation));
      case BLOCKED -> told(pin, "No tries are left.", RESET, "CTAP 2.3 §6.5.3");
      case CHANGE_REQUIRED ->
          told(pin, notAsked, changeFirst(operation), "CTAP 2.3 §6.4 forcePINChange");
      case NOT_SUPPORTED ->
          told(
              pin,
              noTry,
              "Take a FIDO2 key; 'touchstone info' shows what this one can do.",
              "CTAP 2.3 §6.4 clientPin");
      case ALREADY_SET ->
          told(
              pin,
              noTry,
              CHANGE_IT
                  + "; who does not know it has to reset the key, which deletes every credential.",
              "CTAP 2.3 §6.5.5.5");
      case NOT_SET -> told(pin, noTry, SET_ONE, "CTAP 2.3 §6.5.5.6");
      case NEW_TOO_SHORT -> told(pin, noTry, "Choose a longer one.", RULES);
      case NEW_TOO_LONG ->
          told(
              pin,
              noTry,
              "Choose a shorter one; letters with accents and other scripts take several bytes each.",
              RULES);
      case NEW_ENDS_IN_NUL ->
          told(pin, noTry, "Choose one that ends in a character that can be typed.", RULES);
      case NEW_AGAINST_POLICY ->
          told(
              pin,
              noTry,
              "Choose another: longer, less simple, and not the one that was set before.",
              "CTAP 2.3 §6.5.5.5, 0x37 CTAP2_ERR_PIN_POLICY_VIOLATION");
    };
  }

  /** The first sentence: what the others say is told again as cost and remedy. */
  private static Advice told(PinRefused pin, String cost, String next, String clause) {
    String happened = Sentences.splitAfterFirst(Sentences.of(pin)).first();
    return new Advice(Kind.FAILED, happened, cost, next, clause);
  }

  private static String changeFirst(Operation operation) {
    return operation == Operation.CHANGE_PIN
        ? "Start over, and choose a PIN that it did not have."
        : CHANGE_IT + ", then start over.";
  }

  private static String clause(Operation operation) {
    return operation == Operation.CHANGE_PIN ? "CTAP 2.3 §6.5.5.6" : "CTAP 2.3 §6.5.5.7";
  }

  private static String triesLeft(OptionalInt tries) {
    if (tries.isEmpty()) {
      return "";
    }
    int left = tries.getAsInt();
    return left == 1
        ? "One try is left: after it the key locks itself for good."
        : left + " tries are left.";
  }
}
