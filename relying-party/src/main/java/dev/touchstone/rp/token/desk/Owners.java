package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.token.TokenRefused;
import java.util.Optional;

/** Whose a token is. */
final class Owners {

  private Owners() {}

  static User named(Records records, String name) throws UnknownUser {
    return records.users().named(name).orElseThrow(() -> new UnknownUser(name));
  }

  /** The name of an account that may be gone. */
  static String name(Records records, String handle) {
    return find(records, handle).map(User::name).orElse("");
  }

  /**
   * The owner, as long as they may do anything.
   *
   * @throws TokenRefused if the account is gone or disabled
   */
  static User active(Records records, String handle) throws TokenRefused {
    User user =
        find(records, handle)
            .orElseThrow(() -> TokenRefused.because("the account of the token is gone"));
    if (user.status() == Status.DISABLED) {
      throw TokenRefused.because("the account is disabled").of(user.name());
    }
    return user;
  }

  private static Optional<User> find(Records records, String handle) {
    try {
      return records.users().withHandle(Bytes.ofBase64Url(handle));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
