package dev.touchstone.rp.admin.transfer;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of a user in a file, in the names of the HTTP API. */
final class UserFields {

  /** Those that are read. */
  static final List<String> READ =
      List.of(
          "name",
          "display_name",
          "first_name",
          "last_name",
          "email",
          "date_of_birth",
          "job_title",
          "role",
          "status");

  /** Those that are written, and not minded when they are read. */
  static final List<String> TOLD = List.of("handle", "created", "last_sign_in", "credentials");

  private UserFields() {}

  static Map<String, String> of(User user) {
    ProfileText person = ProfileText.of(user.profile());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", user.name());
    fields.put("display_name", user.displayName());
    fields.put("first_name", person.firstName());
    fields.put("last_name", person.lastName());
    fields.put("email", person.email());
    fields.put("date_of_birth", person.dateOfBirth());
    fields.put("job_title", person.jobTitle());
    fields.put("role", user.role().word());
    fields.put("status", user.status().word());
    fields.put("handle", user.handle());
    fields.put("created", user.created().toString());
    fields.put("last_sign_in", user.lastSignIn().map(Instant::toString).orElse(""));
    fields.put("credentials", String.valueOf(user.credentials()));
    return fields;
  }

  static AccountText account(Map<String, String> fields) {
    return new AccountText(
        fields.getOrDefault("name", ""),
        fields.getOrDefault("display_name", ""),
        new ProfileText(
            fields.getOrDefault("first_name", ""),
            fields.getOrDefault("last_name", ""),
            fields.getOrDefault("email", ""),
            fields.getOrDefault("date_of_birth", ""),
            fields.getOrDefault("job_title", "")));
  }
}
