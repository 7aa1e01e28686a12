package dev.touchstone.rp.ceremony;

/**
 * What becomes of a sign-in whose signature counter did not go up, which may mean that the key was
 * cloned (WebAuthn Level 3 §7.2 step 22 and §6.1.1). Whatever the policy, the credential is marked
 * as a possible clone.
 */
public enum CounterPolicy {
  /** Signs in and says so only in the step. */
  ACCEPT,
  /** Signs in with a warning. */
  WARN,
  /** Refuses. */
  REFUSE
}
