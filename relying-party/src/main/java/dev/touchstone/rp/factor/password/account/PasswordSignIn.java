package dev.touchstone.rp.factor.password.account;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.address.Network;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.email.check.Door;
import dev.touchstone.rp.factor.email.check.SecondFactor;
import dev.touchstone.rp.factor.password.PasswordHash;
import dev.touchstone.rp.factor.password.PasswordHasher;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sign-in by a password and a one-time password together, for systems that cannot do better. Who
 * has no account, no password or no device gets the same answer after the same hashing.
 */
public final class PasswordSignIn {

  /** Guesses at one account in a day by networks from which its owner is not known. */
  private static final int STRANGERS = 30;

  /** The same by networks from which the owner proved who they are. */
  private static final int KNOWN = 15;

  private final Store store;
  private final SecondFactor second;
  private final PasswordHasher hasher;
  private final InstantSource clock;

  public PasswordSignIn(
      Store store, SecondFactor second, PasswordHasher hasher, InstantSource clock) {
    this.store = store;
    this.second = second;
    this.hasher = hasher;
    this.clock = clock;
  }

  /**
   * Whom somebody claims to be.
   *
   * @param user empty if there is no such account that may sign in
   * @param hash what is stored of their password
   * @param budget from which the guess was taken
   * @param full how much that is after a day of rest
   * @param granted whether a guess was left
   */
  private record Claim(
      Optional<User> user, Optional<String> hash, String budget, int full, boolean granted) {}

  /**
   * Judges both; what a wrong guess costs is stored.
   *
   * @param name of the account, or its e-mail address
   * @param password the caller wipes it
   * @param oneTimePassword of the device, or a recovery code
   * @throws RequestInvalid if nobody may sign in so
   * @throws RelyingPartyException if the store or its keys cannot be used
   */
  public PasswordResult signIn(String name, char[] password, String oneTimePassword, Caller caller)
      throws RelyingPartyException {
    second.ready();
    if (hasher.isBusy()) {
      return new PasswordResult.Busy();
    }
    Claim claim = store.write(records -> claim(records, name, caller));
    // outside of any transaction, because it takes long; without a guess it is not done for anybody
    boolean right = claim.granted() && hasher.fits(claim.hash().map(PasswordHash::parse), password);
    Optional<String> better =
        right && claim.hash().map(PasswordHash::parse).filter(hasher::isOutdated).isPresent()
            ? Optional.of(hasher.hash(password).text())
            : Optional.empty();
    return store.write(
        records -> judge(records, claim, right, better, name, oneTimePassword, caller));
  }

  private Claim claim(Records records, String name, Caller caller) throws RequestInvalid {
    if (!Passwords.isAllowed(records)) {
      throw new RequestInvalid("Nobody signs in by a password here; use a passkey.");
    }
    Optional<User> user = records.users().named(name).or(() -> records.users().withEmail(name));
    boolean known =
        user.isPresent() && Door.isKnown(records, user.get(), Network.of(caller.address()));
    String whose = user.map(User::handle).orElseGet(() -> EmailAddress.key(name));
    String budget = "password/%s/%s".formatted(known ? "known" : "strangers", whose);
    int full = known ? KNOWN : STRANGERS;
    boolean granted = records.budgets().take(budget, full, 1, clock.instant());
    Optional<User> active = user.filter(it -> it.status() == Status.ACTIVE);
    return new Claim(
        active,
        active.flatMap(it -> records.passwords().find(Passwords.handle(it))),
        budget,
        full,
        granted);
  }

  private PasswordResult judge(
      Records records,
      Claim claim,
      boolean right,
      Optional<String> better,
      String name,
      String oneTimePassword,
      Caller caller)
      throws RelyingPartyException {
    Instant now = clock.instant();
    Optional<String> why = refusal(records, claim, right, oneTimePassword, caller);
    String subject = claim.user().map(User::name).orElse(name);
    if (why.isPresent()) {
      records
          .audit()
          .append(AuditEvent.refused(now, AuditEvents.PASSWORD_CHECK, caller, subject, why.get()));
      return new PasswordResult.Refused();
    }
    User user = claim.user().orElseThrow();
    records.budgets().give(claim.budget(), claim.full(), 1, now);
    better.ifPresent(it -> records.passwords().put(Passwords.handle(user), it, now));
    boolean _ = records.users().signedIn(Passwords.handle(user), now);
    Door.remember(records, user, caller, now);
    records.audit().append(AuditEvent.succeeded(now, AuditEvents.PASSWORD_CHECK, caller, subject));
    return new PasswordResult.Accepted(records.users().named(user.name()).orElse(user));
  }

  private Optional<String> refusal(
      Records records, Claim claim, boolean right, String oneTimePassword, Caller caller)
      throws RelyingPartyException {
    if (!claim.granted()) {
      return Optional.of("too many guesses at this account today");
    }
    if (claim.user().isEmpty()) {
      return Optional.of("there is no such account that may sign in");
    }
    if (claim.hash().isEmpty()) {
      return Optional.of("the account has no password");
    }
    if (!right) {
      return Optional.of("the password is wrong");
    }
    if (isStale(records, claim)) {
      return Optional.of("account or password were changed meanwhile");
    }
    if (!second.isSetUp(records, claim.user().get())) {
      return Optional.of("the account has no device for one-time passwords");
    }
    return second.accepts(records, claim.user().get(), oneTimePassword, caller)
        ? Optional.empty()
        : Optional.of("the one-time password is not accepted");
  }

  /** Somebody may have been disabled, or got another password, while the hash was computed. */
  private static boolean isStale(Records records, Claim claim) {
    User before = claim.user().orElseThrow();
    return records
            .users()
            .named(before.name())
            .filter(it -> it.status() == Status.ACTIVE && it.handle().equals(before.handle()))
            .isEmpty()
        || !records.passwords().find(Passwords.handle(before)).equals(claim.hash());
  }
}
