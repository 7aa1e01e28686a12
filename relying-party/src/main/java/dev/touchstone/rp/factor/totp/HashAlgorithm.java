package dev.touchstone.rp.factor.totp;

import java.util.Locale;
import java.util.Optional;

/** The hash under the HMAC (RFC 6238 §1.2). */
public enum HashAlgorithm {
  SHA1("HmacSHA1", 20),
  SHA256("HmacSHA256", 32),
  SHA512("HmacSHA512", 64);

  private final String mac;
  private final int secretBytes;

  HashAlgorithm(String mac, int secretBytes) {
    this.mac = mac;
    this.secretBytes = secretBytes;
  }

  /** As Java calls it. */
  String mac() {
    return mac;
  }

  /** How long a secret is best: as its output (RFC 4226 §4 R6). */
  public int secretBytes() {
    return secretBytes;
  }

  /** The algorithm of that name, in any case, with or without a hyphen. */
  public static Optional<HashAlgorithm> of(String name) {
    String plain = name.strip().toUpperCase(Locale.ROOT).replace("-", "");
    for (HashAlgorithm algorithm : values()) {
      if (algorithm.name().equals(plain)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }
}
