package dev.touchstone.rp.admin;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store.Work;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.token.desk.SignedOut;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Changes of an account as parts of a work at the store: found out first, and then made. */
final class AccountChanges {

  private final InstantSource clock;

  AccountChanges(InstantSource clock) {
    this.clock = clock;
  }

  /** Finds out what another text changes. */
  static Work<AccountChange> editing(String name, AccountText.Checked checked) {
    return records -> {
      User before = existing(name, records);
      User after = before.with(checked.displayName(), checked.profile());
      AccountRules.refuseTakenEmail(after, records);
      return new AccountChange(before, after);
    };
  }

  /** Finds out what another role or status changes. */
  static Work<AccountChange> changing(String name, UnaryOperator<User> change) {
    return records -> {
      User before = existing(name, records);
      User after = change.apply(before);
      AccountRules.keepAnAdmin(before, AccountRules.isActiveAdmin(after), records);
      return new AccountChange(before, after);
    };
  }

  static User existing(String name, Records records) throws UnknownUser {
    return records.users().named(name).orElseThrow(() -> new UnknownUser(name));
  }

  /** Makes it, with its row in the trail; nothing if nothing changes. */
  User apply(AccountChange found, String event, Caller caller, Records records) {
    List<AccountChange.Field> fields = found.fields();
    if (!fields.isEmpty()) {
      records.users().update(found.after());
      if (found.after().status() == Status.DISABLED) {
        SignedOut.everywhere(records, found.after(), "it was disabled", clock.instant());
      }
      records.audit().append(told(event, found.after().name(), caller, fields));
    }
    return found.after();
  }

  /** The trail names what changed of a person, and tells no values but of role and status. */
  private AuditEvent told(
      String event, String name, Caller caller, List<AccountChange.Field> fields) {
    AuditEvent done = AuditEvent.succeeded(clock.instant(), event, caller, name);
    return event.equals(AuditEvents.USER_CHANGE)
        ? done.with(
            "fields",
            fields.stream().map(AccountChange.Field::name).collect(Collectors.joining(" ")))
        : done.with("from", fields.getFirst().from()).with("to", fields.getFirst().to());
  }
}
