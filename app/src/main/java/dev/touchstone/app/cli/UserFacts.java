package dev.touchstone.app.cli;

import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.User;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All that is known of a user, one line a fact. */
final class UserFacts {

  private final Sheet sheet;

  UserFacts(Sheet sheet) {
    this.sheet = sheet;
  }

  List<String> lines(User user) {
    Profile person = user.profile();
    List<String> lines = new ArrayList<>();
    lines.add(sheet.style().strong(Visible.line(user.name())));
    add("Display name", user.displayName(), lines);
    add("First name", person.firstName(), lines);
    add("Last name", person.lastName(), lines);
    add("E-mail", person.email().orElse(""), lines);
    add("Date of birth", person.dateOfBirth().map(LocalDate::toString).orElse(""), lines);
    add("Job title", person.jobTitle(), lines);
    add("Role", user.role().word(), lines);
    add("Status", user.status().word(), lines);
    add("Made", Moment.of(user.created()), lines);
    add("Last sign-in", user.lastSignIn().map(Moment::of).orElse("never"), lines);
    add("Credentials", String.valueOf(user.credentials()), lines);
    return lines;
  }

  private static void add(String name, String value, List<String> lines) {
    if (!value.isEmpty()) {
      lines.add("  %-14s %s".formatted(name, Visible.line(value)));
    }
  }
}
