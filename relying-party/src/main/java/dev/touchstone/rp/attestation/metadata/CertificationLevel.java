package dev.touchstone.rp.attestation.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The levels of FIDO's authenticator certification, the least one first. */
public enum CertificationLevel {
  L1("L1"),
  L1_PLUS("L1plus"),
  L2("L2"),
  L2_PLUS("L2plus"),
  L3("L3"),
  L3_PLUS("L3plus");

  private final String word;

  CertificationLevel(String word) {
    this.word = word;
  }

  /** As status reports end, such as {@code L1plus}. */
  public String word() {
    return word;
  }

  /** Whether a model of this level satisfies who asks for that one. */
  public boolean reaches(CertificationLevel asked) {
    return compareTo(asked) >= 0;
  }

  /** Reads {@code L1}, {@code L1plus}, {@code L1+} or {@code FIDO_CERTIFIED_L1}, in any case. */
  public static Optional<CertificationLevel> of(String word) {
    String bare =
        word.strip()
            .toUpperCase(Locale.ROOT)
            .replace("FIDO_CERTIFIED_", "")
            .replace("+", "PLUS")
            .replace("_PLUS", "PLUS");
    return Arrays.stream(values())
        .filter(level -> level.word.toUpperCase(Locale.ROOT).equals(bare))
        .findFirst();
  }

  /**
   * The level that a status grants. The plain {@code FIDO_CERTIFIED} of before there were levels
   * counts as level 1 (FIDO Metadata Service 3.1 §3.1.4).
   */
  public static Optional<CertificationLevel> granted(String statusWord) {
    if (statusWord.equals(AuthenticatorStatus.FIDO_CERTIFIED.word())) {
      return Optional.of(L1);
    }
    return statusWord.startsWith("FIDO_CERTIFIED_") ? of(statusWord) : Optional.empty();
  }
}
