package dev.touchstone.rp.audit;

import dev.touchstone.rp.audit.AuditFilter.Special;
import java.util.List;

/** The questions that people ask of an audit trail, ready made. */
public enum AuditQuestion {
  /** What happened last. */
  LATEST(AuditFilter.ALL),
  /** Sign-ins that were refused or failed. */
  FAILED_SIGN_INS(AuditFilter.ALL.events(List.of("sign-in")).special(Special.UNSUCCESSFUL)),
  /** Things that somebody was not allowed to do. */
  REFUSED_ACCESS(AuditFilter.ALL.events(List.of(AuditEvents.ACCESS)).special(Special.UNSUCCESSFUL)),
  /** Credentials whose counter went back, and what was done with them since. */
  COUNTERS(AuditFilter.ALL.special(Special.POSSIBLE_CLONE)),
  /** Who changed what: accounts, credentials, keys, settings, the trail itself. */
  ADMINISTRATION(
      AuditFilter.ALL.events(
          List.of(
              "user",
              "credential",
              AuditEvents.KEY,
              AuditEvents.EXPORT,
              AuditEvents.IMPORT,
              AuditEvents.SETTINGS,
              "trust",
              "server",
              "audit")));

  private final AuditFilter filter;

  AuditQuestion(AuditFilter filter) {
    this.filter = filter;
  }

  /** Its answer's rows. */
  public AuditFilter filter() {
    return filter;
  }
}
