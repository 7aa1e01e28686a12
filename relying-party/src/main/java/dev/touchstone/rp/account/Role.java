package dev.touchstone.rp.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may do to the relying party, from less to more. */
public enum Role {
  /** Sees and changes their own account. */
  USER,
  /** Sees everybody's account and credentials, and helps: relabels, revokes, disables. */
  SUPPORT,
  /** Reads everything, the audit trail above all, and changes nothing. */
  AUDITOR,
  /** May do everything. */
  ADMIN;

  /** As it is stored, and written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that is written so. */
  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
