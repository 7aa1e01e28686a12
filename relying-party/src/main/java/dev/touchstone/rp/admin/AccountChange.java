package dev.touchstone.rp.admin;

import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.User;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An account as it is, and as it would be or was made.
 *
 * @param before as it was
 * @param after as it is then
 */
public record AccountChange(User before, User after) {

  /**
   * Something in which the two differ.
   *
   * @param name such as {@code job_title}
   * @param from empty where nothing was known
   * @param to empty where it is taken away
   */
  public record Field(String name, String from, String to) {}

  /** In what they differ; in nothing if nothing would change. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    Profile old = before.profile();
    Profile now = after.profile();
    note("display_name", before.displayName(), after.displayName(), fields);
    note("first_name", old.firstName(), now.firstName(), fields);
    note("last_name", old.lastName(), now.lastName(), fields);
    note("email", old.email().orElse(""), now.email().orElse(""), fields);
    note("date_of_birth", birth(old), birth(now), fields);
    note("job_title", old.jobTitle(), now.jobTitle(), fields);
    note("role", before.role().word(), after.role().word(), fields);
    note("status", before.status().word(), after.status().word(), fields);
    return fields;
  }

  private static String birth(Profile profile) {
    return profile.dateOfBirth().map(LocalDate::toString).orElse("");
  }

  private static void note(String name, String from, String to, List<Field> fields) {
    if (!from.equals(to)) {
      fields.add(new Field(name, from, to));
    }
  }
}
