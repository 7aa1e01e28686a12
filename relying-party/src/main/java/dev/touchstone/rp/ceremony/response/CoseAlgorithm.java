package dev.touchstone.rp.ceremony.response;

import java.util.Arrays;
import java.util.Optional;

/**
 * The COSE signature algorithms that this program can verify (RFC 9053, RFC 8812, RFC 9864). The
 * library can verify the same.
 */
public enum CoseAlgorithm {
  ES256(-7, "ES256", "SHA256withECDSA"),
  ES384(-35, "ES384", "SHA384withECDSA"),
  ES512(-36, "ES512", "SHA512withECDSA"),
  EDDSA(-8, "EdDSA", "Ed25519"),
  ED25519(-19, "Ed25519", "Ed25519"),
  ED448(-53, "Ed448", "Ed448"),
  RS256(-257, "RS256", "SHA256withRSA"),
  RS384(-258, "RS384", "SHA384withRSA"),
  RS512(-259, "RS512", "SHA512withRSA"),
  RS1(-65535, "RS1", "SHA1withRSA");

  private final int number;
  private final String label;
  private final String signature;

  CoseAlgorithm(int number, String label, String signature) {
    this.number = number;
    this.label = label;
    this.signature = signature;
  }

  public static Optional<CoseAlgorithm> numbered(int number) {
    return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
  }

  /** Such as {@code ES256 (-7)}, or only the number where it is unknown. */
  public static String describe(int number) {
    return numbered(number)
        .map(it -> "%s (%d)".formatted(it.label(), number))
        .orElse(Integer.toString(number));
  }

  /** In the IANA COSE Algorithms registry. */
  public int number() {
    return number;
  }

  /** The registry's name for it. */
  public String label() {
    return label;
  }

  /** What {@link java.security.Signature} calls it. */
  public String jcaName() {
    return signature;
  }
}
