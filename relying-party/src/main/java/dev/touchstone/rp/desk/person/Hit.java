package dev.touchstone.rp.desk.person;

import dev.touchstone.rp.account.User;
import java.util.Locale;

/**
 * A person who was found.
 *
 * @param user who
 * @param by what of them was found
 */
public record Hit(User user, By by) {

  /** What of a person fits to what was typed, best first. */
  public enum By {
    /** It is the account's whole name. */
    NAME,
    /** It is the whole address. */
    EMAIL,
    /** It is a credential's id, or the beginning of one. */
    CREDENTIAL,
    /** All words are whole words of theirs. */
    WORDS,
    /** All words are beginnings of words of their names or address. */
    BEGINNINGS,
    /** A label or serial number of a key has the rest. */
    KEY;

    /** As it is written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
