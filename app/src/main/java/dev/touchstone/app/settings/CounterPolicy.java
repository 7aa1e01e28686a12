package dev.touchstone.app.settings;

/** What a sign counter that went back leads to (WebAuthn Level 3 §7.2 step 22). */
public enum CounterPolicy {
  ACCEPT,
  WARN,
  REFUSE
}
