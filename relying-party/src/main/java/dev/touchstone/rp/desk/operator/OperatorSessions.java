package dev.touchstone.rp.desk.operator;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.desk.OperatorSession;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Who is signed in to a console. A session begins with an accepted sign-in by a key, ends when
 * nobody uses it, and is worth what its account is worth at the moment: who was disabled or lost
 * their role has none any more.
 */
public final class OperatorSessions {

  /** Not used for so long, it has ended. */
  public static final Duration IDLE = Duration.ofMinutes(15);

  /** Used or not, it has ended: a working day. */
  public static final Duration LONGEST = Duration.ofHours(10);

  /** Uses that follow each other within this are one, so that reading does not always write. */
  private static final Duration NOTED = Duration.ofSeconds(30);

  private static final int SECRET_BYTES = 32;

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random;

  public OperatorSessions(Store store, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Begins one.
   *
   * @param signIn the verdict on what the operator's key answered
   * @return the secret that stands for the session; only its hash is stored
   * @throws AccountConflict if the sign-in was refused, the account has no role, or it was signed
   *     out everywhere since
   */
  public String begin(Verdict signIn, Caller caller) throws RelyingPartyException {
    if (signIn.kind() != CeremonyKind.AUTHENTICATION
        || !signIn.accepted()
        || signIn.credential().isEmpty()) {
      throw new AccountConflict("The key was not accepted, so nobody is signed in.");
    }
    String name = signIn.credential().get().userName();
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Bytes.of(bytes).base64Url();
    boolean begun =
        store.write(records -> {
          Instant now = clock.instant();
          Optional<User> user = records.users().named(name).filter(OperatorSessions::isOperator);
          boolean late = user.isPresent() && isCutOff(signIn, user.get(), records);
          if (user.isEmpty() || late) {
            String why =
                late
                    ? "the account was signed out everywhere meanwhile"
                    : "the account has no role at the console";
            records
                .audit()
                .append(
                    AuditEvent.refused(
                        now, AuditEvents.OPERATOR_SIGN_IN, caller.as(name), name, why));
            return false;
          }
          records.operatorSessions().forgetBegunBefore(now.minus(LONGEST));
          records
              .operatorSessions()
              .add(
                  new OperatorSession(
                      digest(secret), Bytes.ofBase64Url(user.get().handle()), now, now));
          records
              .audit()
              .append(
                  AuditEvent.succeeded(now, AuditEvents.OPERATOR_SIGN_IN, caller.as(name), name)
                      .about(signIn.credential().get().id())
                      .with("role", user.get().role().word()));
          return true;
        });
    if (!begun) {
      throw new AccountConflict(
          "'%s' has no role at this console, or was signed out meanwhile; an administrator gives one with 'touchstone users role'."
              .formatted(name));
    }
    return secret;
  }

  /** Whether all that the account was signed in to was ended after this sign-in was judged. */
  private static boolean isCutOff(Verdict signIn, User now, Records records) {
    Instant last = records.revocations().lastCutOff(now.handle());
    return signIn
        .user()
        .filter(it -> it.handle().equals(now.handle()) && !last.isAfter(it.lastCutOff()))
        .isEmpty();
  }

  /**
   * Who this session is of, now; empty if it has ended.
   *
   * @param secret what {@link #begin} returned
   */
  public Optional<User> who(String secret) throws RelyingPartyException {
    Instant now = clock.instant();
    String digest = digest(secret);
    record Found(OperatorSession session, User user) {}
    Optional<Found> found =
        store.read(records ->
            records
                .operatorSessions()
                .find(digest)
                .filter(it -> isAlive(it, now))
                .flatMap(it ->
                    records
                        .users()
                        .withHandle(it.userHandle())
                        .filter(OperatorSessions::isOperator)
                        .map(user -> new Found(it, user))));
    if (found.isPresent() && found.get().session().seen().plus(NOTED).isBefore(now)) {
      store.write(records -> {
        records.operatorSessions().seen(digest, now);
        return digest;
      });
    }
    return found.map(Found::user);
  }

  /**
   * Ends it.
   *
   * @return false if there was none
   */
  public boolean end(String secret, Caller caller) throws RelyingPartyException {
    return store.write(records -> {
      Optional<OperatorSession> session = records.operatorSessions().find(digest(secret));
      if (session.isEmpty()) {
        return false;
      }
      String name =
          records.users().withHandle(session.get().userHandle()).map(User::name).orElse("");
      records
          .audit()
          .append(
              AuditEvent.succeeded(
                  clock.instant(), AuditEvents.OPERATOR_SIGN_OUT, caller.as(name), name));
      return records.operatorSessions().end(digest(secret));
    });
  }

  private static boolean isAlive(OperatorSession session, Instant now) {
    return now.isBefore(session.seen().plus(IDLE))
        && now.isBefore(session.begun().plus(LONGEST))
        && !session.begun().isAfter(now.plus(NOTED));
  }

  private static boolean isOperator(User user) {
    return user.status() == Status.ACTIVE && !Permission.of(user.role()).isEmpty();
  }

  private static String digest(String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Bytes.of(sha256.digest(secret.getBytes(StandardCharsets.UTF_8))).base64Url();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
