package dev.touchstone.rp.factor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * A one-time code that people write down or read out: letters and digits that do not look alike, in
 * groups of four. It is long enough that nobody guesses one, so it needs no limit.
 *
 * @param length how many letters and digits, five bits each
 */
public record WrittenCode(int length) {

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

  private static final int GROUP = 4;
  private static final int LONGEST_INPUT = 64;

  /** A new one. */
  public String make(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /**
   * What is stored of it: an HMAC, in base64url.
   *
   * @param typed in groups or not, in either case
   * @param purpose what it is for, and whose it is: a code for something else has another digest
   * @return empty if it cannot be a code
   */
  public Optional<String> digest(String typed, Key key, List<String> purpose) {
    if (typed.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[ -]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    if (!plain.matches("[A-Z0-9]{" + length + "}")) {
      return Optional.empty();
    }
    String text = String.join("\0", purpose) + "\0" + plain;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
