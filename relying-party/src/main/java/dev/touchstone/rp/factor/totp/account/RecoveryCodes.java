package dev.touchstone.rp.factor.totp.account;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;

/** Codes of 60 bits for who lost their device; nobody guesses one. */
final class RecoveryCodes {

  static final int COUNT = 10;

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

  private static final int LENGTH = 12;

  private final SigningKeys keys;
  private final SecureRandom random;

  RecoveryCodes(SigningKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /** New ones, as a person writes them down. */
  List<String> make() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      StringBuilder code = new StringBuilder();
      for (int j = 0; j < LENGTH; j++) {
        if (j > 0 && j % 4 == 0) {
          code.append('-');
        }
        code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      codes.add(code.toString());
    }
    return codes;
  }

  /** What is stored of it; empty if it cannot be one. */
  Optional<String> digest(Bytes userHandle, String typed) throws RelyingPartyException {
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
      String text = String.join("\0", "recovery code", userHandle.base64Url(), plain);
      return Optional.of(Bytes.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).base64Url());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
