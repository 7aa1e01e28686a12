package dev.touchstone.rp.desk.person;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.totp.TotpRow;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One person, with all that the help desk sees of them. */
public final class People {

  private final Store store;
  private final InstantSource clock;

  public People(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Looks.
   *
   * @param person the account's name or its e-mail address, whole
   * @throws UnknownUser if there is no such account
   */
  public Overview show(String person) throws RelyingPartyException {
    return store.read(records -> {
      Instant now = clock.instant();
      PersonFacts facts = facts(find(records, person), records);
      return new Overview(facts, Warnings.of(facts, now), now);
    });
  }

  /** The same, for a sheet of paper that leaves the house: that is a row in the audit trail. */
  public Overview handOut(String person, Caller caller) throws RelyingPartyException {
    Overview overview = show(person);
    String name = overview.facts().user().name();
    store.write(records -> {
      records
          .audit()
          .append(AuditEvent.succeeded(overview.at(), AuditEvents.DESK_SUMMARY, caller, name));
      return name;
    });
    return overview;
  }

  /**
   * The account of this name or e-mail address.
   *
   * @throws UnknownUser if there is none
   */
  public static User find(Records records, String person) throws UnknownUser {
    String typed = person.strip();
    return records
        .users()
        .named(typed)
        .or(() -> email(typed).flatMap(records.users()::withEmail))
        .orElseThrow(() -> new UnknownUser(typed));
  }

  private static Optional<String> email(String typed) {
    try {
      return Optional.of(EmailAddress.parse(typed).value());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What is known of this account. */
  public static PersonFacts facts(User user, Records records) {
    Bytes handle = Bytes.ofBase64Url(user.handle());
    List<Credential> credentials = records.credentials().of(user.name());
    Map<String, String> serials = new TreeMap<>();
    credentials.forEach(it ->
        records
            .credentials()
            .serial(Bytes.ofBase64Url(it.id()))
            .ifPresent(serial -> serials.put(it.id(), serial)));
    Optional<TotpRow> device = records.totp().find(handle);
    return new PersonFacts(
        user,
        credentials,
        serials,
        device.isPresent(),
        device.flatMap(TotpRow::confirmed),
        records.totp().unusedRecoveryCodes(handle),
        records.passwords().find(handle).isPresent(),
        records.enrolments().of(handle));
  }
}
