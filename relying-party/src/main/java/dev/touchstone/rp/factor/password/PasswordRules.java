package dev.touchstone.rp.factor.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which passwords are taken (NIST SP 800-63B-4 §3.1.1.2): long enough, and none that everybody
 * tries first. No kinds of characters are demanded, and none has to be changed after a time.
 */
public final class PasswordRules {

  /** Enough for one that counts only together with a second factor. */
  static final int SHORTEST = 8;

  /** What is repeated up to this length is as good as what is repeated once. */
  private static final int LONGEST_BLOCK = 4;

  private static final List<String> COMMON = common();

  private PasswordRules() {}

  /**
   * What speaks against it.
   *
   * @param personal what somebody who knows the person tries first: their name, their address
   * @return a sentence that does not hold the password; empty if nothing does
   */
  public static Optional<String> complaint(char[] password, Collection<String> personal) {
    int length = PasswordText.length(password);
    if (length < SHORTEST) {
      return Optional.of("A password has at least %d characters.".formatted(SHORTEST));
    }
    if (length > PasswordText.LONGEST) {
      return Optional.of("A password has at most %d characters.".formatted(PasswordText.LONGEST));
    }
    for (char c : password) {
      if (Character.isISOControl(c)) {
        return Optional.of("A password has no control characters, such as tabs or line breaks.");
      }
    }
    char[] folded = folded(password);
    try {
      if (isSimple(password) || isOne(COMMON, password, folded)) {
        return Optional.of(
            "This password is one of the first that everybody tries; take a longer one, such as a"
                + " few words.");
      }
      if (isOne(personal, password, folded)) {
        return Optional.of("A password is not the name or the address of its owner.");
      }
      return Optional.empty();
    } finally {
      Arrays.fill(folded, '\0');
    }
  }

  /** One step from each to the next, such as 12345678 or aaaaaaaa, or a short block repeated. */
  private static boolean isSimple(char[] password) {
    boolean stepped = true;
    int step = password[1] - password[0];
    for (int i = 1; i < password.length; i++) {
      stepped &= password[i] - password[i - 1] == step;
    }
    boolean simple = stepped && Math.abs(step) <= 1;
    for (int block = 1; block <= LONGEST_BLOCK; block++) {
      boolean repeated = true;
      for (int i = block; i < password.length; i++) {
        repeated &= password[i] == password[i - block];
      }
      simple |= repeated;
    }
    return simple;
  }

  private static boolean isOne(Collection<String> words, char[] password, char[] folded) {
    int stem = stem(folded);
    CharBuffer plain = CharBuffer.wrap(password);
    CharBuffer whole = CharBuffer.wrap(folded);
    CharBuffer start = CharBuffer.wrap(folded, 0, stem);
    return words.stream()
        .filter(it -> !it.isBlank())
        .anyMatch(it -> {
          char[] word = folded(it.toCharArray());
          return it.contentEquals(plain)
              || CharBuffer.wrap(word).equals(whole)
              || CharBuffer.wrap(word).equals(start);
        });
  }

  /** Where the digits and signs begin that people put behind a word. */
  private static int stem(char[] folded) {
    int end = folded.length;
    while (end > 0 && !Character.isLetter(folded[end - 1])) {
      end--;
    }
    return end;
  }

  /** Small letters, and letters for the digits and signs that look like them. */
  private static char[] folded(char[] word) {
    char[] folded = word.clone();
    boolean letters = false;
    for (int i = folded.length - 1; i >= 0; i--) {
      letters |= Character.isLetter(word[i]);
      // digits behind the last letter are a number
      folded[i] = letters ? fold(word[i]) : word[i];
    }
    return folded;
  }

  private static char fold(char c) {
    return switch (c) {
      case '@', '4' -> 'a';
      case '0' -> 'o';
      case '1', '!' -> 'i';
      case '3' -> 'e';
      case '$', '5' -> 's';
      case '7' -> 't';
      default -> Character.toLowerCase(c);
    };
  }

  private static List<String> common() {
    try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("the program comes with common-passwords.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(it -> !it.isBlank() && !it.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
