package dev.touchstone.rp.admin;

import static dev.touchstone.rp.admin.AccountChanges.changing;
import static dev.touchstone.rp.admin.AccountChanges.editing;
import static dev.touchstone.rp.admin.AccountChanges.existing;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Mistake;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.Store.Work;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.AccountInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Accounts, as those who look after them see them. What changes one is a row in the audit trail,
 * and so is what is refused. Whether the caller may do it is for who asks to find out.
 */
public final class Accounts {

  private static final int HANDLE_BYTES = 32;

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random;
  private final AccountChanges changes;

  public Accounts(Store store, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.changes = new AccountChanges(clock);
  }

  /** Accounts by name, a page at a time. */
  public List<User> page(UserQuery query) throws RelyingPartyException {
    return store.read(records -> records.users().page(query));
  }

  /**
   * One account.
   *
   * @throws UnknownUser if there is none of that name
   */
  public User named(String name) throws RelyingPartyException {
    return store.read(records -> existing(name, records));
  }

  /** The account with this id, the user handle, base64url. */
  public Optional<User> withHandle(String handle) throws RelyingPartyException {
    Bytes id;
    try {
      id = Bytes.ofBase64Url(handle);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return store.read(records -> records.users().withHandle(id));
  }

  /**
   * Makes an account that has no credential yet.
   *
   * @throws AccountInvalid if something that is said of it cannot be right
   * @throws AccountConflict if its name or e-mail address is taken
   */
  public User create(AccountText text, Role role, Caller caller) throws RelyingPartyException {
    AccountText.Checked checked = check(text);
    return store.write(records -> add(checked, role, Status.ACTIVE, records, caller));
  }

  /**
   * The same as a part of other work.
   *
   * @throws AccountConflict if its name or e-mail address is taken
   */
  public User add(
      AccountText.Checked checked, Role role, Status status, Records records, Caller caller)
      throws AccountConflict {
    Instant now = clock.instant();
    if (records.users().named(checked.name()).isPresent()) {
      throw new AccountConflict(
          "There is a user '%s' already; choose another name.".formatted(checked.name()));
    }
    User user =
        User.made(newHandle(), checked.name(), checked.displayName(), checked.profile(), now)
            .with(role)
            .with(status);
    AccountRules.refuseTakenEmail(user, records);
    records.users().add(user);
    records
        .audit()
        .append(
            AuditEvent.succeeded(now, AuditEvents.USER_CREATE, caller, user.name())
                .with("role", role.word()));
    return user;
  }

  /**
   * Changes what is known of the person; the name stays.
   *
   * @param text its name does not matter
   * @throws UnknownUser if there is none of that name
   * @throws AccountInvalid if something that is said of it cannot be right
   * @throws AccountConflict if the e-mail address is taken
   */
  public User edit(String name, AccountText text, Caller caller) throws RelyingPartyException {
    return apply(editing(name, checked(name, text)), AuditEvents.USER_CHANGE, name, caller);
  }

  /** What {@link #edit} would change, or why it would not. */
  public AccountChange previewEdit(String name, AccountText text) throws RelyingPartyException {
    return store.read(editing(name, checked(name, text)));
  }

  /**
   * Promotes or demotes.
   *
   * @throws UnknownUser if there is none of that name
   * @throws AccountConflict if nobody would be left who may do everything
   */
  public User changeRole(String name, Role role, Caller caller) throws RelyingPartyException {
    return apply(changing(name, it -> it.with(role)), AuditEvents.USER_ROLE, name, caller);
  }

  /** What {@link #changeRole} would change, or why it would not. */
  public AccountChange previewRole(String name, Role role) throws RelyingPartyException {
    return store.read(changing(name, it -> it.with(role)));
  }

  /**
   * Disables or enables. A disabled account keeps its credentials, which sign nobody in.
   *
   * @throws UnknownUser if there is none of that name
   * @throws AccountConflict if nobody would be left who may do everything
   */
  public User changeStatus(String name, Status status, Caller caller) throws RelyingPartyException {
    return apply(changing(name, it -> it.with(status)), AuditEvents.USER_STATUS, name, caller);
  }

  /** What {@link #changeStatus} would change, or why it would not. */
  public AccountChange previewStatus(String name, Status status) throws RelyingPartyException {
    return store.read(changing(name, it -> it.with(status)));
  }

  /**
   * Changes several things at once, or none of them.
   *
   * @param text what is known of the person from now on; empty if that stays
   * @throws UnknownUser if there is none of that name
   * @throws AccountInvalid if something that is said of it cannot be right
   * @throws AccountConflict if the e-mail address is taken, or nobody would be left who may do
   *     everything
   */
  public User change(
      String name,
      Optional<AccountText> text,
      Optional<Role> role,
      Optional<Status> status,
      Caller caller)
      throws RelyingPartyException {
    Map<String, Work<AccountChange>> wished = new LinkedHashMap<>();
    if (text.isPresent()) {
      wished.put(AuditEvents.USER_CHANGE, editing(name, checked(name, text.get())));
    }
    role.ifPresent(it -> wished.put(AuditEvents.USER_ROLE, changing(name, was -> was.with(it))));
    status.ifPresent(
        it -> wished.put(AuditEvents.USER_STATUS, changing(name, was -> was.with(it))));
    return apply(wished, name, caller);
  }

  private User apply(Work<AccountChange> change, String event, String name, Caller caller)
      throws RelyingPartyException {
    return apply(Map.of(event, change), name, caller);
  }

  private User apply(Map<String, Work<AccountChange>> wished, String name, Caller caller)
      throws RelyingPartyException {
    AtomicReference<String> refused = new AtomicReference<>(AuditEvents.USER_CHANGE);
    return orTold(
        refused::get,
        name,
        caller,
        records -> {
          User user = existing(name, records);
          for (Map.Entry<String, Work<AccountChange>> change : wished.entrySet()) {
            refused.set(change.getKey());
            user = changes.apply(change.getValue().with(records), change.getKey(), caller, records);
          }
          return user;
        });
  }

  /**
   * An account and what goes with it.
   *
   * @param user the account
   * @param credentials all of its credentials
   */
  public record Belongings(User user, List<Credential> credentials) {
    public Belongings {
      credentials = List.copyOf(credentials);
    }
  }

  /**
   * What {@link #delete} would delete.
   *
   * @throws UnknownUser if there is none of that name
   */
  public Belongings previewDelete(String name) throws RelyingPartyException {
    return store.read(records -> belongings(name, records));
  }

  /**
   * Forgets an account and all of its credentials; the audit trail keeps its name.
   *
   * @return what is gone
   * @throws UnknownUser if there is none of that name
   * @throws AccountConflict if nobody would be left who may do everything
   */
  public Belongings delete(String name, Caller caller) throws RelyingPartyException {
    return orTold(
        () -> AuditEvents.USER_DELETE,
        name,
        caller,
        records -> {
          Belongings gone = belongings(name, records);
          AccountRules.keepAnAdmin(gone.user(), false, records);
          records.users().delete(name);
          records
              .audit()
              .append(
                  AuditEvent.succeeded(clock.instant(), AuditEvents.USER_DELETE, caller, name)
                      .with("role", gone.user().role().word())
                      .with("credentials", "" + gone.credentials().size()));
          return gone;
        });
  }

  private static Belongings belongings(String name, Records records) throws UnknownUser {
    return new Belongings(existing(name, records), records.credentials().of(name));
  }

  private AccountText.Checked checked(String name, AccountText text) throws AccountInvalid {
    return check(new AccountText(name, text.displayName(), text.person()));
  }

  private AccountText.Checked check(AccountText text) throws AccountInvalid {
    List<Mistake> mistakes = new ArrayList<>();
    AccountText.Checked checked = text.check(today(), mistakes);
    if (!mistakes.isEmpty()) {
      throw new AccountInvalid(mistakes);
    }
    return checked;
  }

  /** Nobody is born later. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What is refused leaves no row in the work that is undone, so it is told in another one. */
  private <T> T orTold(Supplier<String> event, String subject, Caller caller, Work<T> work)
      throws RelyingPartyException {
    try {
      return store.write(work);
    } catch (AccountConflict e) {
      AuditEvent refused =
          AuditEvent.refused(
              clock.instant(), event.get(), caller, subject, String.valueOf(e.getMessage()));
      store.write(records -> {
        records.audit().append(refused);
        return refused;
      });
      throw e;
    }
  }

  private String newHandle() {
    byte[] handle = new byte[HANDLE_BYTES];
    random.nextBytes(handle);
    return Bytes.of(handle).base64Url();
  }
}
