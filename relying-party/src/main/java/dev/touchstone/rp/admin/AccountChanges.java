package dev.touchstone.rp.admin;

import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.User;
import java.util.ArrayList;
import java.util.List;

/** Which fields two versions of an account differ in: the trail names them, and tells no values. */
final class AccountChanges {

  private AccountChanges() {}

  static List<String> between(User before, User after) {
    Profile old = before.profile();
    Profile now = after.profile();
    List<String> fields = new ArrayList<>();
    note("display_name", before.displayName(), after.displayName(), fields);
    note("first_name", old.firstName(), now.firstName(), fields);
    note("last_name", old.lastName(), now.lastName(), fields);
    note("email", old.email(), now.email(), fields);
    note("date_of_birth", old.dateOfBirth(), now.dateOfBirth(), fields);
    note("job_title", old.jobTitle(), now.jobTitle(), fields);
    return fields;
  }

  private static void note(String field, Object before, Object after, List<String> fields) {
    if (!before.equals(after)) {
      fields.add(field);
    }
  }
}
