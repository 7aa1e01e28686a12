package dev.touchstone.rp.audit;

import dev.touchstone.rp.audit.AuditFilter.Special;
import java.util.List;

/** The questions that people ask of an audit trail, ready made. */
public enum AuditQuestion {
  /** What happened last. */
  LATEST,
  /** Sign-ins that were refused or failed. */
  FAILED_SIGN_INS,
  /** Things that somebody was not allowed to do. */
  REFUSED_ACCESS,
  /** Credentials whose counter went back, and what was done with them since. */
  COUNTERS,
  /** Who changed what: accounts, credentials, keys, settings, trust, the server, the trail. */
  ADMINISTRATION;

  private static final List<String> CHANGES =
      List.of(
          "user",
          "credential",
          "key",
          AuditEvents.SETTINGS,
          AuditEvents.EXPORT,
          AuditEvents.IMPORT,
          "trust",
          "server",
          "audit");

  /** The rows that answer it. */
  public AuditFilter filter() {
    return switch (this) {
      case LATEST -> AuditFilter.ALL;
      case FAILED_SIGN_INS ->
          AuditFilter.ALL.events(List.of("sign-in")).special(Special.UNSUCCESSFUL);
      case REFUSED_ACCESS ->
          AuditFilter.ALL.events(List.of(AuditEvents.ACCESS)).special(Special.UNSUCCESSFUL);
      case COUNTERS -> AuditFilter.ALL.special(Special.POSSIBLE_CLONE);
      case ADMINISTRATION -> AuditFilter.ALL.events(CHANGES);
    };
  }
}
