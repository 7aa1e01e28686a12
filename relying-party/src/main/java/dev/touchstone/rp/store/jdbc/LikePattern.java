package dev.touchstone.rp.store.jdbc;

import java.util.Locale;

/** What a person searches for, as a pattern for {@code LIKE … ESCAPE '!'} over {@code lower(…)}. */
final class LikePattern {

  private LikePattern() {}

  /** Whatever contains these words; a percent sign or an underscore stands for itself. */
  static String containing(String words) {
    String literal =
        words
            .strip()
            .toLowerCase(Locale.ROOT)
            .replace("!", "!!")
            .replace("%", "!%")
            .replace("_", "!_");
    return "%" + literal + "%";
  }
}
