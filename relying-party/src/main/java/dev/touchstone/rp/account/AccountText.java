package dev.touchstone.rp.account;

import java.time.LocalDate;
import java.util.List;

/**
 * An account as somebody typed it in.
 *
 * @param name by which it is known; empty for the e-mail address
 * @param displayName what screens call it; empty for the person's names, or else the name
 * @param person who it is
 */
public record AccountText(String name, String displayName, ProfileText person) {

  /** As long as an e-mail address may be. */
  private static final int LONGEST = 254;

  /**
   * What can be kept of it.
   *
   * @param name in its final form
   * @param displayName the same
   * @param profile the same
   */
  public record Checked(String name, String displayName, Profile profile) {}

  /**
   * Reads it.
   *
   * @param mistakes told everything that is wrong
   * @return the account, without what is wrong
   */
  public Checked check(LocalDate today, List<Mistake> mistakes) {
    Profile profile = person.check(today, mistakes);
    String own = text("name", "name", name, mistakes);
    String known = own.isEmpty() ? profile.email().orElse("") : own;
    if (known.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(new Mistake("name", "The account needs a name or an e-mail address."));
    }
    String shown = text("display_name", "display name", displayName, mistakes);
    String person = (profile.firstName() + " " + profile.lastName()).strip();
    return new Checked(known, shown.isEmpty() ? person.isEmpty() ? known : person : shown, profile);
  }

  private static String text(String field, String what, String value, List<Mistake> mistakes) {
    try {
      return PersonText.of(what, value, LONGEST);
    } catch (IllegalArgumentException e) {
      mistakes.add(new Mistake(field, String.valueOf(e.getMessage())));
      return "";
    }
  }
}
