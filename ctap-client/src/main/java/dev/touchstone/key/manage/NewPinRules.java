package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.session.Pin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a new PIN has to keep to, CTAP 2.3 §6.5.1. Its length can be seen without asking the key;
 * whether it is easy to guess is for the key to say.
 *
 * @param minimumLength in Unicode code points
 * @param maximumLength in Unicode code points
 * @param complexity whether the key refuses PINs that are easy to guess (pinComplexityPolicy)
 * @param complexityUrl where the vendor explains that, if the key tells
 */
public record NewPinRules(
    int minimumLength, int maximumLength, boolean complexity, Optional<String> complexityUrl) {

  /** Rules about length alone. */
  public NewPinRules(int minimumLength, int maximumLength) {
    this(minimumLength, maximumLength, false, Optional.empty());
  }

  /** The rules that a key tells. */
  public static NewPinRules of(GetInfo.Reply info) {
    return new NewPinRules(
        info.minPinLength(),
        info.maxPinLength(),
        info.pinPolicy().complexity().orElse(false),
        info.pinPolicy().complexityUrl());
  }

  /** The most that any key takes. */
  public static final int MOST_UTF8_BYTES = 63;

  /** All of them for a person, one sentence each. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%d to %d characters, and at most %d bytes as UTF-8."
            .formatted(minimumLength, maximumLength, MOST_UTF8_BYTES));
    if (complexity) {
      sentences.add(
          "The key refuses PINs that are easy to guess, such as 123456 or 111111"
              + complexityUrl.map(url -> "; its vendor explains that at " + url).orElse("")
              + ".");
    }
    return List.copyOf(sentences);
  }

  /** The first rule that this PIN does not keep to, if any. */
  public Optional<Kind> brokenBy(Pin pin) {
    if (pin.codePoints() < minimumLength) {
      return Optional.of(Kind.NEW_TOO_SHORT);
    }
    if (pin.codePoints() > maximumLength || pin.utf8Length() > MOST_UTF8_BYTES) {
      return Optional.of(Kind.NEW_TOO_LONG);
    }
    return endsInNul(pin) ? Optional.of(Kind.NEW_ENDS_IN_NUL) : Optional.empty();
  }

  /** The same rules, for whoever goes on only if they are kept. */
  void check(Pin pin) throws PinRefused {
    Optional<Kind> broken = brokenBy(pin);
    if (broken.isPresent()) {
      throw new PinRefused(broken.get(), sentence(broken.get()));
    }
  }

  /**
   * What is wrong, with the numbers of this key; for a person.
   *
   * @param rule one that {@link #brokenBy} told
   */
  public String sentence(Kind rule) {
    if (rule == Kind.NEW_TOO_SHORT) {
      return "The new PIN is too short: it needs at least %d characters.".formatted(minimumLength);
    }
    if (rule == Kind.NEW_TOO_LONG) {
      return "The new PIN is too long: at most %d characters, and %d bytes as UTF-8."
          .formatted(maximumLength, MOST_UTF8_BYTES);
    }
    return rule.sentence();
  }

  /** A key takes all NULs at the end for padding. */
  private static boolean endsInNul(Pin pin) {
    char[] characters = pin.copyCharacters();
    try {
      return characters.length > 0 && characters[characters.length - 1] == '\0';
    } finally {
      Arrays.fill(characters, '\0');
    }
  }
}
