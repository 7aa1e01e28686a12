package dev.touchstone.rp.http.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.response.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An account in JSON. Times are of RFC 3339, in UTC, to the millisecond. */
public final class UserDocument {

  private UserDocument() {}

  /** The whole account. */
  public static ObjectNode of(User user) {
    Profile profile = user.profile();
    return Json.MAPPER
        .createObjectNode()
        .put("id", user.handle())
        .put("email", profile.email().orElse(null))
        .put("email_verified_at", user.emailVerified().map(UserDocument::time).orElse(null))
        .put("name", user.name())
        .put("first_name", profile.firstName())
        .put("last_name", profile.lastName())
        .put("date_of_birth", profile.dateOfBirth().map(LocalDate::toString).orElse(null))
        .put("job_title", profile.jobTitle())
        .put("role", user.role().word())
        .put("status", user.status().word())
        .put("credentials", user.credentials())
        .put("created_at", time(user.created()))
        .put("last_sign_in_at", user.lastSignIn().map(UserDocument::time).orElse(null));
  }

  /** A time in JSON. */
  public static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
