package dev.touchstone.rp.desk.lost;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;

/** Codes of 80 bits that are good for one new key; nobody guesses one. */
final class EnrolmentCode {

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

  private static final int LENGTH = 16;
  private static final int LONGEST = 64;

  private EnrolmentCode() {}

  /** A new one, as a person reads it out. */
  static String make(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** What is stored of it; empty if it cannot be one. */
  static Optional<String> digest(String typed, SigningKeys keys) throws RelyingPartyException {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[ -]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    if (!plain.matches("[A-Z0-9]{" + LENGTH + "}")) {
      return Optional.empty();
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.oneTimeCodes().key());
      String text = String.join("\0", "enrolment code", plain);
      return Optional.of(Bytes.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).base64Url());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
