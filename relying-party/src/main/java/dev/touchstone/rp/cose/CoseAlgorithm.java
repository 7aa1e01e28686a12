package dev.touchstone.rp.cose;

import java.util.Arrays;
import java.util.Optional;

/** Algorithms of the IANA COSE registry that authenticators use. */
public enum CoseAlgorithm {
  ES256(-7, "ES256", "SHA256withECDSA"),
  EDDSA(-8, "EdDSA", "EdDSA"),
  ESP256(-9, "ESP256", "SHA256withECDSA"),
  ED25519(-19, "Ed25519", "Ed25519"),
  ECDH_ES_HKDF_256(-25, "ECDH-ES+HKDF-256", ""),
  ES384(-35, "ES384", "SHA384withECDSA"),
  ES512(-36, "ES512", "SHA512withECDSA"),
  PS256(-37, "PS256", "SHA-256"),
  PS384(-38, "PS384", "SHA-384"),
  PS512(-39, "PS512", "SHA-512"),
  ES256K(-47, "ES256K", ""),
  ML_DSA_44(-48, "ML-DSA-44", ""),
  ML_DSA_65(-49, "ML-DSA-65", ""),
  ML_DSA_87(-50, "ML-DSA-87", ""),
  ESP384(-51, "ESP384", "SHA384withECDSA"),
  ESP512(-52, "ESP512", "SHA512withECDSA"),
  ED448(-53, "Ed448", "Ed448"),
  RS256(-257, "RS256", "SHA256withRSA"),
  RS384(-258, "RS384", "SHA384withRSA"),
  RS512(-259, "RS512", "SHA512withRSA"),
  RS1(-65535, "RS1", "SHA1withRSA");

  private final int number;
  private final String label;
  private final String jca;

  CoseAlgorithm(int number, String label, String jca) {
    this.number = number;
    this.label = label;
    this.jca = jca;
  }

  /** The algorithm with this number, if it is one of these. */
  public static Optional<CoseAlgorithm> of(int number) {
    return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
  }

  /** Name and number as a person reads them, such as {@code ES256 (-7)}; for any number. */
  public static String describe(int number) {
    return of(number).map(it -> it.label + " (" + number + ")").orElse("unknown (" + number + ")");
  }

  /** The registry's name, such as {@code ES256}. */
  public String label() {
    return label;
  }

  /**
   * JCA name of the signature, or of the digest for PSS; empty where this program cannot verify.
   */
  String jca() {
    return jca;
  }

  boolean isPss() {
    return this == PS256 || this == PS384 || this == PS512;
  }

  /** Digest of the algorithm (TPM extraData, WebAuthn Level 3 §8.3), where it has one. */
  public Optional<String> digest() {
    if (isPss()) {
      return Optional.of(jca);
    }
    if (!jca.startsWith("SHA")) {
      return Optional.empty();
    }
    return Optional.of("SHA-" + jca.substring(3, jca.indexOf("with")));
  }
}
