package dev.touchstone.rp.account;

import java.util.EnumSet;
import java.util.Set;

/** What an operator may do: the one place that says which role may. */
public enum Permission {
  /** See people, their credentials and factors. */
  SEE_PEOPLE,
  /** Relabel, revoke, disable, and give new keys to those who lost one. */
  HELP,
  /** Read the audit trail. */
  READ_AUDIT,
  /** Everything else: roles, deletion, settings. */
  ADMINISTER;

  /** What this role may do. */
  public static Set<Permission> of(Role role) {
    return switch (role) {
      case USER -> EnumSet.noneOf(Permission.class);
      case SUPPORT -> EnumSet.of(SEE_PEOPLE, HELP);
      case AUDITOR -> EnumSet.of(SEE_PEOPLE, READ_AUDIT);
      case ADMIN -> EnumSet.allOf(Permission.class);
    };
  }

  /** Whether somebody in this role may. */
  public boolean heldBy(Role role) {
    return of(role).contains(this);
  }

  /**
   * Whether this operator may help that person: support those who have no role, administrators
   * everybody. Otherwise support could make itself an administrator by a new key.
   */
  public static boolean mayHelp(User operator, User person) {
    return operator.status() == Status.ACTIVE
        && HELP.heldBy(operator.role())
        && (person.role() == Role.USER || ADMINISTER.heldBy(operator.role()));
  }
}
