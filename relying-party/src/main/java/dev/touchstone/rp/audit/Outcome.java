package dev.touchstone.rp.audit;

import java.util.Locale;

/** How something ended. */
public enum Outcome {
  SUCCEEDED,
  /** It was understood, and not allowed or not accepted. */
  REFUSED,
  /** It could not be done. */
  FAILED;

  /** As it is stored, and written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
