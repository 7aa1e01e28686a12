package dev.touchstone.rp.account;

import java.time.Instant;
import java.util.Optional;

/**
 * An account.
 *
 * @param handle the WebAuthn user handle, base64url; it never changes, and is the account's id
 * @param name unique; the e-mail address where the account was made over HTTP
 * @param displayName what screens call it
 * @param profile the person
 * @param role what the person may do
 * @param status whether the account may be used
 * @param created when it was made
 * @param lastSignIn the last accepted authentication
 * @param credentials how many credentials it has
 * @param emailVerified when its owner proved to read mail at its address
 * @param lastCutOff when all of its access tokens were revoked last, as the account was read; the
 *     epoch if they never were. Whoever proved who they are before a later one proved nothing
 */
public record User(
    String handle,
    String name,
    String displayName,
    Profile profile,
    Role role,
    Status status,
    Instant created,
    Optional<Instant> lastSignIn,
    int credentials,
    Optional<Instant> emailVerified,
    Instant lastCutOff) {

  /** An account that is made now, of which nothing else is known. */
  public static User made(String handle, String name, String displayName, Instant now) {
    return made(handle, name, displayName, Profile.UNKNOWN, now);
  }

  /** An account that is made now. */
  public static User made(
      String handle, String name, String displayName, Profile profile, Instant now) {
    return new User(
        handle,
        name,
        displayName,
        profile,
        Role.USER,
        Status.ACTIVE,
        now,
        Optional.empty(),
        0,
        Optional.empty(),
        Instant.EPOCH);
  }

  /**
   * The same account with another name on screens and another person. Another address is one that
   * nobody has verified.
   */
  public User with(String shown, Profile person) {
    return new User(
        handle,
        name,
        shown,
        person,
        role,
        status,
        created,
        lastSignIn,
        credentials,
        person.email().equals(profile.email()) ? emailVerified : Optional.empty(),
        lastCutOff);
  }

  /** The same account, whose owner proved now to read mail at its address. */
  public User verified(Instant now) {
    return new User(
        handle,
        name,
        displayName,
        profile,
        role,
        status,
        created,
        lastSignIn,
        credentials,
        Optional.of(now),
        lastCutOff);
  }

  /**
   * The same account at an address that its owner verified now. Where the address is the account's
   * name, so is the new one.
   */
  public User movedTo(String email, Instant now) {
    Profile moved =
        new Profile(
            profile.firstName(),
            profile.lastName(),
            Optional.of(email),
            profile.dateOfBirth(),
            profile.jobTitle());
    String known = profile.email().filter(name::equals).isPresent() ? email : name;
    return new User(
        handle,
        known,
        displayName.equals(name) ? known : displayName,
        moved,
        role,
        status,
        created,
        lastSignIn,
        credentials,
        Optional.of(now),
        lastCutOff);
  }

  /** The same account, whose owner has just signed in. */
  public User signedIn(Instant now) {
    return new User(
        handle,
        name,
        displayName,
        profile,
        role,
        status,
        created,
        Optional.of(now),
        credentials,
        emailVerified,
        lastCutOff);
  }

  /** The same account in another role. */
  public User with(Role other) {
    return new User(
        handle,
        name,
        displayName,
        profile,
        other,
        status,
        created,
        lastSignIn,
        credentials,
        emailVerified,
        lastCutOff);
  }

  /** The same account in another status. */
  public User with(Status other) {
    return new User(
        handle,
        name,
        displayName,
        profile,
        role,
        other,
        created,
        lastSignIn,
        credentials,
        emailVerified,
        lastCutOff);
  }
}
