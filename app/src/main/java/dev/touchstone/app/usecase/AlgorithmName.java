package dev.touchstone.app.usecase;

/** Names of the IANA registry "COSE Algorithms" (RFC 9053). */
public final class AlgorithmName {

  private AlgorithmName() {}

  public static String of(int number) {
    return switch (number) {
      case -7 -> "ES256";
      case -8 -> "EdDSA";
      case -35 -> "ES384";
      case -36 -> "ES512";
      case -37 -> "PS256";
      case -47 -> "ES256K";
      case -53 -> "Ed448";
      case -257 -> "RS256";
      default -> "COSE " + number;
    };
  }
}
