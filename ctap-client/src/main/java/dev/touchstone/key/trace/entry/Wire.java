package dev.touchstone.key.trace.entry;

/** What a connection moves. */
public enum Wire {
  /** CTAPHID packets of 64 bytes, CTAP 2.3 §11.2. */
  REPORTS,
  /** APDUs, CTAP 2.3 §11.3. */
  APDUS
}
