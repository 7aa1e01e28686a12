package dev.touchstone.rp.desk.lost;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;

/** The rules of four eyes: who may ask, who may agree, judged by what accounts are worth now. */
final class Operators {

  private Operators() {}

  /** The operator as the account is at this moment, in this transaction. */
  static User who(User operator, Records records) throws AccountConflict {
    return records
        .users()
        .withHandle(Bytes.ofBase64Url(operator.handle()))
        .orElseThrow(() -> new AccountConflict("Your account is gone."));
  }

  static void mayAsk(User operator, User person) throws AccountConflict {
    refuseSame(operator, person);
    refuseWithoutRole(operator, person);
  }

  /** The one who asked has to be somebody who still might: who was fired does not get their way. */
  static void mayApprove(User operator, Listed asked, Records records) throws AccountConflict {
    refuseSame(operator, asked.user());
    if (operator.handle().equals(asked.enrolment().askedBy().handle())) {
      throw new AccountConflict("Nobody approves what they asked for: it takes a second operator.");
    }
    refuseWithoutRole(operator, asked.user());
    if (!stands(asked.enrolment().askedBy().handle(), asked.user(), records)) {
      throw new AccountConflict(
          "'%s', who asked, may not help this person any more; ask again yourself, and let another one approve."
              .formatted(asked.enrolment().askedBy().name()));
    }
  }

  static void mayDecline(User operator, User person) throws AccountConflict {
    refuseWithoutRole(operator, person);
  }

  /** Whether an operator may help this person now. */
  static boolean stands(String handle, User person, Records records) {
    return records
        .users()
        .withHandle(Bytes.ofBase64Url(handle))
        .filter(it -> Permission.mayHelp(it, person))
        .isPresent();
  }

  private static void refuseSame(User operator, User person) throws AccountConflict {
    if (operator.handle().equals(person.handle())) {
      throw new AccountConflict("Nobody decides about their own new key.");
    }
  }

  private static void refuseWithoutRole(User operator, User person) throws AccountConflict {
    if (!Permission.mayHelp(operator, person)) {
      throw new AccountConflict(
          "'%s' may not give a new key to '%s': support helps those who have no role, an administrator everybody."
              .formatted(operator.name(), person.name()));
    }
  }
}
