package dev.touchstone.rp.attestation.policy;

import java.util.Locale;

/** What a policy makes of attestation that tells one key apart (WebAuthn Level 3 §8.2.2). */
public enum Enterprise {
  /** Taken as it comes. */
  ACCEPTED,
  /** Keys are handed out and known one by one: others are not taken. */
  REQUIRED,
  /** Nobody shall be told apart by the key. */
  REFUSED;

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
