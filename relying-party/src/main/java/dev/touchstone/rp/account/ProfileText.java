package dev.touchstone.rp.account;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A person as somebody typed them in: all texts, empty where nothing was said.
 *
 * @param firstName up to 100 characters
 * @param lastName up to 100 characters
 * @param email see {@link EmailAddress}
 * @param dateOfBirth as 1815-12-10
 * @param jobTitle up to 100 characters
 */
public record ProfileText(
    String firstName, String lastName, String email, String dateOfBirth, String jobTitle) {

  /** Nothing was said. */
  public static final ProfileText NOTHING = new ProfileText("", "", "", "", "");

  private static final int LONGEST = 100;
  private static final int FIRST_YEAR = 1900;

  /** What somebody would type to get this profile. */
  public static ProfileText of(Profile profile) {
    return new ProfileText(
        profile.firstName(),
        profile.lastName(),
        profile.email().orElse(""),
        profile.dateOfBirth().map(LocalDate::toString).orElse(""),
        profile.jobTitle());
  }

  /**
   * Reads it.
   *
   * @param today nobody is born later
   * @param mistakes told everything that is wrong
   * @return the profile, without what is wrong
   */
  public Profile check(LocalDate today, List<Mistake> mistakes) {
    return new Profile(
        text("first_name", "first name", firstName, mistakes),
        text("last_name", "last name", lastName, mistakes),
        email.isBlank()
            ? Optional.empty()
            : read("email", () -> EmailAddress.parse(email).value(), mistakes),
        dateOfBirth.isBlank()
            ? Optional.empty()
            : read("date_of_birth", () -> birth(today), mistakes),
        text("job_title", "job title", jobTitle, mistakes));
  }

  /** The same, only for what is wrong. */
  public List<Mistake> mistakes(LocalDate today) {
    List<Mistake> mistakes = new ArrayList<>();
    check(today, mistakes);
    return mistakes;
  }

  private LocalDate birth(LocalDate today) {
    LocalDate date;
    try {
      date = LocalDate.parse(dateOfBirth.strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The date of birth is no date; write it like 1990-12-31.", e);
    }
    if (date.isAfter(today)) {
      throw new IllegalArgumentException("The date of birth is in the future.");
    }
    if (date.getYear() < FIRST_YEAR) {
      throw new IllegalArgumentException("The date of birth is before %d.".formatted(FIRST_YEAR));
    }
    return date;
  }

  private static String text(String field, String what, String value, List<Mistake> mistakes) {
    return read(field, () -> PersonText.of(what, value, LONGEST), mistakes).orElse("");
  }

  private static <T> Optional<T> read(String field, Supplier<T> value, List<Mistake> mistakes) {
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException e) {
      mistakes.add(new Mistake(field, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }
}
