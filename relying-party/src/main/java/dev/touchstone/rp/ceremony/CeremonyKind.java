package dev.touchstone.rp.ceremony;

/** The two ceremonies of WebAuthn. */
public enum CeremonyKind {
  /** WebAuthn Level 3 §7.1 */
  REGISTRATION,
  /** WebAuthn Level 3 §7.2 */
  AUTHENTICATION
}
