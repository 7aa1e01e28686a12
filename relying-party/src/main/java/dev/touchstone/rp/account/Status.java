package dev.touchstone.rp.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an account may be used. */
public enum Status {
  ACTIVE,
  /** Keeps its credentials, which sign nobody in. */
  DISABLED;

  /** As it is stored, and written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status that is written so. */
  public static Optional<Status> of(String word) {
    return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
  }
}
