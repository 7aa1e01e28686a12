package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.account.ManageAccounts.Edit;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of a person. */
final class ProfileOptions {

  @Option(
      names = "--display-name",
      paramLabel = "NAME",
      description = "What screens call the user; else first and last name.")
  private @Nullable String displayName;

  @Option(names = "--first-name", paramLabel = "NAME", description = "The first name.")
  private @Nullable String firstName;

  @Option(names = "--last-name", paramLabel = "NAME", description = "The last name.")
  private @Nullable String lastName;

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "The e-mail address; no two users have the same.")
  private @Nullable String email;

  @Option(names = "--date-of-birth", paramLabel = "DATE", description = "Written like 1990-12-31.")
  private @Nullable String dateOfBirth;

  @Option(names = "--job-title", paramLabel = "TITLE", description = "The job title.")
  private @Nullable String jobTitle;

  AccountText account(String name) {
    return new AccountText(
        name,
        orEmpty(displayName),
        new ProfileText(
            orEmpty(firstName),
            orEmpty(lastName),
            orEmpty(email),
            orEmpty(dateOfBirth),
            orEmpty(jobTitle)));
  }

  Edit edit() {
    return new Edit(
        Optional.ofNullable(displayName),
        Optional.ofNullable(firstName),
        Optional.ofNullable(lastName),
        Optional.ofNullable(email),
        Optional.ofNullable(dateOfBirth),
        Optional.ofNullable(jobTitle));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
