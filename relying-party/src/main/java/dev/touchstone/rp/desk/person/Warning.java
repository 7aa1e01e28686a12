package dev.touchstone.rp.desk.person;

import java.util.Locale;

/**
 * Something about a person's account that should not stay so.
 *
 * @param kind what
 * @param credential the credential that it is about, base64url; empty if none
 * @param sentence what it means, for a person
 */
public record Warning(Kind kind, String credential, String sentence) {

  /** What can be wrong, the most urgent first. */
  public enum Kind {
    DISABLED,
    KEY_LOST,
    COUNTER_WENT_BACK,
    ENROLMENT_OPEN,
    NO_KEY,
    NO_BACKUP_KEY,
    UNTRUSTED_MODEL,
    NO_IDENTITY_CHECK,
    NO_EMAIL,
    EMAIL_UNVERIFIED,
    NO_RECOVERY_CODES,
    FEW_RECOVERY_CODES,
    DEVICE_UNCONFIRMED,
    KEY_IDLE;

    /** As it is written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
