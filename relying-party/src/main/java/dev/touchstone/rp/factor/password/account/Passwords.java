package dev.touchstone.rp.factor.password.account;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.email.check.SecondFactor;
import dev.touchstone.rp.factor.password.PasswordHash;
import dev.touchstone.rp.factor.password.PasswordHasher;
import dev.touchstone.rp.factor.password.PasswordRules;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives accounts passwords and takes them away, and says whether anybody may sign in by one, which
 * nobody may at first.
 */
public final class Passwords {

  private static final String ALLOWED = "password.sign-in";

  private final Store store;
  private final SecondFactor second;
  private final PasswordHasher hasher;
  private final String service;
  private final InstantSource clock;

  /**
   * Passwords of accounts in this store.
   *
   * @param service what people know it by, which is no password
   */
  public Passwords(
      Store store,
      SecondFactor second,
      PasswordHasher hasher,
      String service,
      InstantSource clock) {
    this.store = store;
    this.second = second;
    this.hasher = hasher;
    this.service = service;
    this.clock = clock;
  }

  /**
   * How it stands with an account.
   *
   * @param isSet whether it has one
   * @param hasDevice whether it has what a password needs beside it
   */
  public record State(boolean isSet, boolean hasDevice) {}

  /** Whether anybody may sign in by a password. */
  public boolean isAllowed() throws RelyingPartyException {
    return store.read(Passwords::isAllowed);
  }

  static boolean isAllowed(Records records) {
    return records.settings().find(ALLOWED).isPresent();
  }

  /**
   * Allows it to all who have a password and a device, or to nobody; what is stored stays.
   *
   * @return false if it was so already
   */
  public boolean allow(boolean allowed, Caller caller) throws RelyingPartyException {
    return store.write(records -> {
      boolean changed = isAllowed(records) != allowed;
      if (changed && allowed) {
        records.settings().put(ALLOWED, "{}", clock.instant());
      } else if (changed) {
        records.settings().delete(ALLOWED);
      }
      if (changed) {
        String event = AuditEvents.PASSWORD_SETTINGS;
        records
            .audit()
            .append(
                AuditEvent.succeeded(clock.instant(), event, caller, "")
                    .with("sign-in", allowed ? "allowed" : "off"));
      }
      return changed;
    });
  }

  /**
   * Looks.
   *
   * @throws UnknownUser if there is no such account
   */
  public State state(String name) throws RelyingPartyException {
    return store.read(records -> {
      User user = existing(records, name);
      return new State(
          records.passwords().find(handle(user)).isPresent(), second.isSetUp(records, user));
    });
  }

  /**
   * Sets it, in the place of what was there.
   *
   * @param password the caller wipes it
   * @throws UnknownUser if there is no such account
   * @throws RequestInvalid with a sentence, if it is not one that is taken
   */
  public void set(String name, char[] password, Caller caller) throws RelyingPartyException {
    User user = store.read(records -> existing(records, name));
    Optional<String> complaint = PasswordRules.complaint(password, personal(user));
    if (complaint.isPresent()) {
      throw new RequestInvalid(complaint.get());
    }
    PasswordHash hash = hasher.hash(password);
    store.write(records -> {
      User now = existing(records, name);
      records.passwords().put(handle(now), hash.text(), clock.instant());
      note(records, caller, name, "set");
      return true;
    });
  }

  /**
   * Takes it away.
   *
   * @return false if there was none
   * @throws UnknownUser if there is no such account
   */
  public boolean remove(String name, Caller caller) throws RelyingPartyException {
    return store.write(records -> {
      boolean done = records.passwords().delete(handle(existing(records, name)));
      if (done) {
        note(records, caller, name, "removed");
      }
      return done;
    });
  }

  private List<String> personal(User user) {
    List<String> words = new ArrayList<>(List.of(service, user.name(), user.displayName()));
    words.add(user.profile().firstName() + user.profile().lastName());
    user.profile()
        .email()
        .ifPresent(it -> {
          words.add(it);
          words.add(it.substring(0, it.lastIndexOf('@')));
        });
    return words;
  }

  private void note(Records records, Caller caller, String name, String change) {
    records
        .audit()
        .append(
            AuditEvent.succeeded(clock.instant(), AuditEvents.PASSWORD_CHANGE, caller, name)
                .with("change", change));
  }

  static Bytes handle(User user) {
    return Bytes.ofBase64Url(user.handle());
  }

  private static User existing(Records records, String name) throws UnknownUser {
    return records.users().named(name).orElseThrow(() -> new UnknownUser(name));
  }
}
