package dev.touchstone.rp.factor.totp.account;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.email.check.SecondFactor;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.factor.totp.TotpRow;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.secret.Seals;
import dev.touchstone.rp.secret.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One device for each account that wants one. It is a factor from its first correct code on; its
 * secret is encrypted, and told to nobody after that.
 */
public final class TotpDevices implements SecondFactor {

  /** RFC 6238 §5.2: one step for the way, one for a clock that is off. */
  private static final int DRIFT = 1;

  /**
   * Wrong codes for one account in a day; twice as many in any 24 hours. Whoever may guess has
   * proved the first factor already, so nobody is locked out by strangers.
   */
  private static final int GUESSES = 20;

  private final Store store;
  private final Seals seals;
  private final SigningKeys keys;
  private final RecoveryCodes recovery;
  private final String issuer;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * Devices of accounts in this store.
   *
   * @param issuer as apps show it
   */
  public TotpDevices(
      Store store,
      Seals seals,
      SigningKeys keys,
      String issuer,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.seals = seals;
    this.keys = keys;
    this.recovery = new RecoveryCodes(keys, random);
    this.issuer = issuer;
    this.clock = clock;
    this.random = random;
  }

  /**
   * How it stands with an account.
   *
   * @param totp how its device computes; empty if it has none
   * @param confirmed since when it is a factor; empty if it is none yet
   * @param recoveryCodes how many are unused
   */
  public record State(Optional<Totp> totp, Optional<Instant> confirmed, int recoveryCodes) {}

  /**
   * Looks.
   *
   * @throws UnknownUser if there is no such account
   */
  public State state(String name) throws RelyingPartyException {
    return store.read(records -> {
      Bytes handle = handle(existing(records, name));
      Optional<TotpRow> row = records.totp().find(handle);
      return new State(
          row.map(TotpRow::totp),
          row.flatMap(TotpRow::confirmed),
          records.totp().unusedRecoveryCodes(handle));
    });
  }

  /**
   * Begins: from now on the device may compute, and its first correct code makes it a factor. What
   * was begun before and not confirmed is forgotten.
   *
   * @param imported a secret that a device has already; empty for a new one. The caller wipes it
   * @return what the device is told
   * @throws UnknownUser if there is no such account
   * @throws AccountConflict if it has a device: that one is disabled first
   */
  public OtpAuth enable(String name, Totp totp, Optional<byte[]> imported, Caller caller)
      throws RelyingPartyException {
    ready();
    byte[] secret = imported.map(byte[]::clone).orElseGet(() -> fresh(totp));
    return store.write(records -> {
      User user = existing(records, name);
      Bytes handle = handle(user);
      if (records.totp().find(handle).flatMap(TotpRow::confirmed).isPresent()) {
        throw new AccountConflict(
            "'%s' has a device for one-time passwords already; disable that first."
                .formatted(name));
      }
      OtpAuth told = new OtpAuth(issuer, user.name(), secret, totp);
      Instant now = clock.instant();
      Bytes sealed = seals.get().close(sealName(handle), secret);
      records.totp().put(new TotpRow(handle, totp, sealed, 0, now, Optional.empty()));
      note(records, AuditEvent.succeeded(now, AuditEvents.TOTP_ENABLE, caller, name));
      return told;
    });
  }

  /**
   * What the device is told, once more.
   *
   * @throws UnknownUser if there is no such account
   * @throws AccountConflict if nothing was begun, or it is confirmed and no longer told
   */
  public OtpAuth pending(String name) throws RelyingPartyException {
    ready();
    return store.read(records -> {
      User user = existing(records, name);
      TotpRow row =
          records
              .totp()
              .find(handle(user))
              .filter(it -> it.confirmed().isEmpty())
              .orElseThrow(() ->
                  new AccountConflict(
                      "There is no device of '%s' that waits for its first code; enable one. The secret of one that is confirmed is told to nobody."
                          .formatted(name)));
      return new OtpAuth(issuer, user.name(), secret(row), row.totp());
    });
  }

  /**
   * Makes it a factor.
   *
   * @return recovery codes, told this once; empty if the code is wrong
   * @throws UnknownUser if there is no such account
   * @throws AccountConflict if nothing was begun, or it is confirmed already
   */
  public Optional<List<String>> confirm(String name, String typed, Caller caller)
      throws RelyingPartyException {
    ready();
    List<String> codes = recovery.make();
    return store.write(records -> {
      User user = existing(records, name);
      Bytes handle = handle(user);
      Optional<TotpRow> row = records.totp().find(handle);
      if (row.isEmpty() || row.get().confirmed().isPresent()) {
        throw new AccountConflict(
            "There is no device of '%s' that waits for its first code; enable one."
                .formatted(name));
      }
      Instant now = clock.instant();
      if (!fits(records, row.get(), typed, now)) {
        note(
            records,
            AuditEvent.refused(now, AuditEvents.TOTP_CONFIRM, caller, name, "the code is wrong"));
        return Optional.<List<String>>empty();
      }
      records.totp().confirm(handle, now);
      records.totp().putRecoveryCodes(handle, digests(handle, codes));
      note(records, AuditEvent.succeeded(now, AuditEvents.TOTP_CONFIRM, caller, name));
      return Optional.of(codes);
    });
  }

  /**
   * Forgets device and recovery codes.
   *
   * @return false if there was none
   * @throws UnknownUser if there is no such account
   */
  public boolean disable(String name, Caller caller) throws RelyingPartyException {
    return store.write(records -> {
      boolean done = records.totp().delete(handle(existing(records, name)));
      if (done) {
        note(
            records, AuditEvent.succeeded(clock.instant(), AuditEvents.TOTP_DISABLE, caller, name));
      }
      return done;
    });
  }

  /**
   * Makes recovery codes in the place of all that were there.
   *
   * @return the codes, told this once
   * @throws UnknownUser if there is no such account
   * @throws AccountConflict if it has no confirmed device
   */
  public List<String> newRecoveryCodes(String name, Caller caller) throws RelyingPartyException {
    ready();
    List<String> codes = recovery.make();
    return store.write(records -> {
      User user = existing(records, name);
      if (!isSetUp(records, user)) {
        throw new AccountConflict(
            "'%s' has no device for one-time passwords; enable and confirm one first."
                .formatted(name));
      }
      records.totp().putRecoveryCodes(handle(user), digests(handle(user), codes));
      note(
          records, AuditEvent.succeeded(clock.instant(), AuditEvents.RECOVERY_CODES, caller, name));
      return codes;
    });
  }

  /**
   * Judges a one-time password or a recovery code, in a transaction of its own.
   *
   * @return false too if the account has no device
   * @throws UnknownUser if there is no such account
   */
  public boolean check(String name, String typed, Caller caller) throws RelyingPartyException {
    ready();
    return store.write(records -> accepts(records, existing(records, name), typed, caller));
  }

  @Override
  public void ready() throws RelyingPartyException {
    var _ = keys.oneTimeCodes();
    var _ = seals.get();
  }

  @Override
  public boolean isSetUp(Records records, User user) {
    return records.totp().find(handle(user)).flatMap(TotpRow::confirmed).isPresent();
  }

  @Override
  public boolean accepts(Records records, User user, String typed, Caller caller)
      throws RelyingPartyException {
    Instant now = clock.instant();
    Optional<TotpRow> row =
        records.totp().find(handle(user)).filter(it -> it.confirmed().isPresent());
    boolean right = row.isPresent() && accepts(records, row.get(), typed, now);
    note(
        records,
        right
            ? AuditEvent.succeeded(now, AuditEvents.TOTP_CHECK, caller, user.name())
            : AuditEvent.refused(
                now, AuditEvents.TOTP_CHECK, caller, user.name(), "the code is not accepted"));
    return right;
  }

  private boolean accepts(Records records, TotpRow row, String typed, Instant now)
      throws RelyingPartyException {
    Optional<String> recoveryCode = recovery.digest(row.userHandle(), typed);
    if (recoveryCode.isPresent()) {
      return records.totp().useRecoveryCode(row.userHandle(), recoveryCode.get(), now);
    }
    return fits(records, row, typed, now);
  }

  /** Each step once: a code that somebody saw is of no use to them (RFC 6238 §5.2). */
  private boolean fits(Records records, TotpRow row, String typed, Instant now)
      throws RelyingPartyException {
    Totp totp = row.totp();
    String digits = typed.length() > 32 ? "" : typed.replaceAll("[ \\u00a0-]", "");
    String budget = "totp/" + row.userHandle().base64Url();
    if (!digits.matches("[0-9]{" + totp.digits() + "}")
        || !records.budgets().take(budget, GUESSES, 1, now)) {
      return false;
    }
    byte[] secret = secret(row);
    long found = Long.MIN_VALUE;
    long current = totp.step(now);
    for (long step = current - DRIFT; step <= current + DRIFT; step++) {
      byte[] code = totp.code(secret, step).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(code, digits.getBytes(StandardCharsets.US_ASCII))) {
        found = step;
      }
    }
    Arrays.fill(secret, (byte) 0);
    boolean right = found != Long.MIN_VALUE && records.totp().use(row.userHandle(), found);
    if (right) {
      records.budgets().give(budget, GUESSES, 1, now);
    }
    return right;
  }

  private byte[] secret(TotpRow row) throws RelyingPartyException {
    return seals.get().open(sealName(row.userHandle()), row.secret());
  }

  private static String sealName(Bytes handle) {
    return "totp/" + handle.base64Url();
  }

  private List<String> digests(Bytes handle, List<String> codes) throws RelyingPartyException {
    List<String> digests = new ArrayList<>();
    for (String code : codes) {
      digests.add(recovery.digest(handle, code).orElseThrow());
    }
    return digests;
  }

  private byte[] fresh(Totp totp) {
    byte[] secret = new byte[totp.algorithm().secretBytes()];
    random.nextBytes(secret);
    return secret;
  }

  private static Bytes handle(User user) {
    return Bytes.ofBase64Url(user.handle());
  }

  private static void note(Records records, AuditEvent event) {
    records.audit().append(event);
  }

  private static User existing(Records records, String name) throws UnknownUser {
    return records.users().named(name).orElseThrow(() -> new UnknownUser(name));
  }
}
