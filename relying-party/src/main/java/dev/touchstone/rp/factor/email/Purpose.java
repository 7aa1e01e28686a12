package dev.touchstone.rp.factor.email;

import java.util.Locale;

/** What a code is good for, and for nothing else. */
public enum Purpose {
  /** To prove to read mail at the address of a new account. */
  VERIFY,
  /** To agree, at the old address, to a change of it. */
  CHANGE_FROM,
  /** To prove to read mail at the new address. */
  CHANGE_TO,
  /** To get back into an account. */
  RECOVERY,
  /** To tell the help desk who somebody is who lost a key. */
  DESK;

  /** As it is stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
