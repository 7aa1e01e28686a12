package dev.touchstone.rp.factor.email.check;

import java.util.Optional;

/**
 * A code as people type it: digits, in groups if they like. Letters are refused, and so are the
 * digits of other scripts, which look alike to nobody but a program.
 */
final class TypedCode {

  private static final int LONGEST_INPUT = 64;

  private TypedCode() {}

  /** Its digits; empty if it cannot be a code. */
  static Optional<String> digits(String typed) {
    if (typed.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    String digits = typed.replaceAll("[ \\u00a0\\u2009\\u202f\\t-]", "");
    boolean code =
        digits.matches("[0-9]{6,8}") || digits.matches("[0-9]{" + CodeLimits.LONG_DIGITS + "}");
    return code ? Optional.of(digits) : Optional.empty();
  }

  /** In groups that can be read aloud: {@code 1234 5678}. */
  static String grouped(String digits) {
    int group =
        switch (digits.length()) {
          case 6 -> 3;
          case 7, 8 -> 4;
          default -> 5;
        };
    return digits.replaceAll("(.{" + group + "})(?=.)", "$1 ");
  }
}
