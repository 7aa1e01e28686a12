package dev.touchstone.app.cli;

import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The person behind an account that is made with its first key. */
final class PersonOptions {

  @Option(names = "--first-name", paramLabel = "NAME", description = "Of the person.")
  private String firstName = "";

  @Option(names = "--last-name", paramLabel = "NAME", description = "Of the person.")
  private String lastName = "";

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "Of the person; usually the user's name, where that is an address.")
  private @Nullable String email;

  @Option(names = "--date-of-birth", paramLabel = "YYYY-MM-DD", description = "Of the person.")
  private @Nullable LocalDate dateOfBirth;

  @Option(names = "--job-title", paramLabel = "TEXT", description = "Of the person.")
  private String jobTitle = "";

  RegistrationRequest describe(RegistrationRequest request) {
    Optional<String> address =
        Optional.ofNullable(email)
            .or(() -> Optional.of(request.userName()).filter(it -> it.contains("@")));
    return request.by(
        request.displayName(),
        new Profile(firstName, lastName, address, Optional.ofNullable(dateOfBirth), jobTitle),
        request.account());
  }
}
