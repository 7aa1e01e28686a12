package dev.touchstone.app.jwt;

/** Ways to sign badly, each of which some server once took. To try at one's own. */
public enum Forgery {
  NONE_ALGORITHM("none", "alg none and no signature (RFC 8725 §2.1)"),
  NONE_MIXED_CASE("none-mixed-case", "alg nOnE, for filters that look for none"),
  NO_SIGNATURE("no-signature", "the header as it was, the signature left out"),
  HMAC_WITH_PUBLIC_KEY(
      "hmac-public-key", "HS256 with the server's public key as the secret (RFC 8725 §2.1)"),
  WRONG_KEY("wrong-key", "the same algorithm with another key, made for the occasion"),
  EMBEDDED_KEY("embedded-key", "the other key handed along in the header as jwk (RFC 8725 §2.10)"),
  ZERO_SIGNATURE("zero-signature", "ECDSA with r = s = 0 (CVE-2022-21449)"),
  FLIPPED_BIT("flipped-bit", "one bit of the signature changed"),
  OLD_SIGNATURE("old-signature", "other claims under the signature of the token as it was");

  private final String word;
  private final String sentence;

  Forgery(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** As it is chosen. */
  public String word() {
    return word;
  }

  /** What it is. */
  public String sentence() {
    return sentence;
  }
}
