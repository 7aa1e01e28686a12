package dev.touchstone.rp.audit;

import dev.touchstone.rp.audit.AuditFilter.Special;
import java.util.List;

/** The questions that people ask of an audit trail, ready made. */
public enum AuditQuestion {
  /** What happened last. */
  LATEST,
  /** Sign-ins that were refused or failed, by whatever factor. */
  FAILED_SIGN_INS,
  /** Things that somebody was not allowed to do. */
  REFUSED_ACCESS,
  /** Credentials whose counter went back, and what was done with them since. */
  COUNTERS,
  /** Who changed what: accounts, factors, credentials, keys, tokens, settings, trust, the trail. */
  ADMINISTRATION;

  private static final List<String> SIGN_INS =
      List.of("sign-in", AuditEvents.PASSWORD_CHECK, AuditEvents.OPERATOR_SIGN_IN);

  private static final List<String> ACCESS =
      List.of(AuditEvents.ACCESS, AuditEvents.OPERATOR_REFUSED);

  private static final List<String> CHANGES =
      List.of(
          "user",
          "credential",
          "key",
          AuditEvents.EMAIL_CHANGE,
          AuditEvents.TOTP_ENABLE,
          AuditEvents.TOTP_CONFIRM,
          AuditEvents.TOTP_DISABLE,
          AuditEvents.RECOVERY_CODES,
          AuditEvents.PASSWORD_CHANGE,
          AuditEvents.PASSWORD_SETTINGS,
          AuditEvents.SESSION_END,
          AuditEvents.TOKEN_REVOKE,
          "api-token",
          "token-key",
          AuditEvents.DESK_LOST_KEY,
          AuditEvents.DESK_FOUND_KEY,
          AuditEvents.DESK_REPLACED,
          "enrolment",
          AuditEvents.MAIL_SETTINGS,
          AuditEvents.MAIL_TEMPLATE,
          AuditEvents.MAIL_RETRY,
          AuditEvents.MAIL_DROP,
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
      case FAILED_SIGN_INS -> AuditFilter.ALL.events(SIGN_INS).special(Special.UNSUCCESSFUL);
      case REFUSED_ACCESS -> AuditFilter.ALL.events(ACCESS).special(Special.UNSUCCESSFUL);
      case COUNTERS -> AuditFilter.ALL.special(Special.POSSIBLE_CLONE);
      case ADMINISTRATION -> AuditFilter.ALL.events(CHANGES);
    };
  }
}
