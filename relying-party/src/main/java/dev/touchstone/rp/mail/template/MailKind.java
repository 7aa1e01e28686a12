package dev.touchstone.rp.mail.template;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The occasions on which somebody is written to. */
public enum MailKind {
  /** A code that proves a new address. */
  VERIFY(true),
  /** Somebody wanted to register an address that has an account. */
  ALREADY_REGISTERED(false),
  /** A code by which the old address agrees to a change. */
  CHANGE_FROM(true),
  /** A code that proves the new address. */
  CHANGE_TO(true),
  /** A code to get back into an account. */
  RECOVERY(true),
  /** A code by which somebody proves to the help desk who they are. */
  DESK(true);

  private final boolean withCode;

  MailKind(boolean withCode) {
    this.withCode = withCode;
  }

  /** As it is stored, and how its files are called. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that word. */
  public static Optional<MailKind> of(String word) {
    for (MailKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** What stands for the placeholders in a letter that shows a template to its author. */
  public Map<String, String> sample(String service, String address) {
    return withCode
        ? Map.of("service", service, "address", address, "code", "1234 5678", "minutes", "5")
        : Map.of("service", service, "address", address);
  }

  /** What a template of this kind may name. */
  public Set<String> placeholders() {
    return withCode
        ? Set.of("service", "address", "code", "minutes")
        : Set.of("service", "address");
  }
}
