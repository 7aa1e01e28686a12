package dev.touchstone.rp.account;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of the person behind an account.
 *
 * @param firstName may be empty
 * @param lastName may be empty
 * @param email normalised; unique among the accounts
 * @param dateOfBirth where it was told
 * @param jobTitle may be empty
 */
public record Profile(
    String firstName,
    String lastName,
    Optional<String> email,
    Optional<LocalDate> dateOfBirth,
    String jobTitle) {

  /** Nothing is known. */
  public static final Profile UNKNOWN = new Profile("", "", Optional.empty(), Optional.empty(), "");
}
