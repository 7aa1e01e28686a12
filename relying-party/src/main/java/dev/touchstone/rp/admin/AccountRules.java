package dev.touchstone.rp.admin;

import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import java.util.Optional;

/** What has to hold of all accounts together, whatever is done to one of them. */
final class AccountRules {

  private AccountRules() {}

  /** No two have the same e-mail address. */
  static void refuseTakenEmail(User user, Records records) throws AccountConflict {
    Optional<String> email = user.profile().email();
    if (email.isEmpty()) {
      return;
    }
    boolean taken =
        records
            .users()
            .withEmail(email.get())
            .map(it -> !it.handle().equals(user.handle()))
            .orElse(false);
    if (taken) {
      throw new AccountConflict(
          "The e-mail address %s belongs to another user.".formatted(email.get()));
    }
  }

  /**
   * Somebody may do everything. The administrators are counted while nobody else can change them.
   */
  static void keepAnAdmin(User before, boolean staysActiveAdmin, Records records)
      throws AccountConflict {
    if (isActiveAdmin(before) && !staysActiveAdmin && records.users().activeAdminsToChange() <= 1) {
      throw new AccountConflict(
          "'%s' is the last administrator who can sign in; make somebody else one first."
              .formatted(before.name()));
    }
  }

  static boolean isActiveAdmin(User user) {
    return user.role() == Role.ADMIN && user.status() == Status.ACTIVE;
  }
}
