package dev.touchstone.app.usecase.account;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.desk.operator.OperatorSessions;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is at the console, and what they may do there. Whoever signed in with a key is known by their
 * account, and each act is theirs in the audit trail; where the settings demand it, nobody else
 * sees or does anything.
 */
public final class Operators {

  /** Opens the relying party when it is first needed. */
  @FunctionalInterface
  public interface Party {
    RelyingParty open() throws Failure;
  }

  /** Whoever finds an operator's key is no operator: it wants a PIN or a finger too. */
  public static final String VERIFICATION = "required";

  private final SessionFile file;
  private final boolean demanded;
  private final Party party;
  private final InstantSource clock;

  /** The last that was found to be signed in; names acts on keys, which open no database. */
  private volatile Optional<String> name = Optional.empty();

  /**
   * Nobody is known before somebody asks.
   *
   * @param demanded whether only those who signed in see and do anything
   */
  public Operators(SessionFile file, boolean demanded, Party party, InstantSource clock) {
    this.file = file;
    this.demanded = demanded;
    this.party = party;
    this.clock = clock;
  }

  /** Whether only those who signed in see and do anything. */
  public boolean demanded() {
    return demanded;
  }

  /**
   * Who is signed in at this moment; being asked counts as using the session.
   *
   * @throws Failure if the database or the file of the session cannot be used
   */
  public Optional<User> signedIn() throws Failure {
    Optional<String> secret = AtTheDesk.run(file::read);
    Optional<User> user =
        secret.isEmpty() ? Optional.empty() : AtTheDesk.run(() -> sessions().who(secret.get()));
    name = user.map(User::name);
    return user;
  }

  /** As the audit trail names whoever is at the console. */
  public Caller caller() {
    return name.map(Caller.CONSOLE::as).orElseGet(Operator::atTheConsole);
  }

  /**
   * Begins a session, and ends the one before.
   *
   * @param verdict on what the operator's key answered
   * @throws Failure if it was refused, or the account has no role
   */
  public User signIn(Verdict verdict) throws Failure {
    signOut();
    String secret = AtTheDesk.run(() -> sessions().begin(verdict, Operator.atTheConsole()));
    AtTheDesk.run(() -> {
      file.write(secret);
      return secret;
    });
    return signedIn().orElseThrow(Operators::nobody);
  }

  /**
   * Ends the session.
   *
   * @return false if there was none
   */
  public boolean signOut() throws Failure {
    Optional<String> secret = AtTheDesk.run(file::read);
    boolean ended =
        secret.isPresent()
            && AtTheDesk.run(() -> sessions().end(secret.get(), Operator.atTheConsole()));
    AtTheDesk.run(file::delete);
    name = Optional.empty();
    return ended;
  }

  /**
   * Whoever is signed in, where an act needs an account behind it whatever the settings are.
   *
   * @throws Failure if nobody is
   */
  public User require() throws Failure {
    return signedIn().orElseThrow(Operators::nobody);
  }

  /**
   * Lets those pass who may.
   *
   * @throws Failure if the settings demand a sign-in, and nobody who may do this is signed in
   */
  public void permit(Permission permission) throws Failure {
    Optional<User> user = signedIn();
    if (demanded) {
      User operator = user.orElseThrow(Operators::nobody);
      if (!permission.heldBy(operator.role())) {
        throw refused(operator, permission, "");
      }
    }
  }

  /**
   * Lets those pass who may help this person.
   *
   * @param person the name of an account
   * @throws Failure as {@link #permit}
   */
  public void permitHelp(String person) throws Failure {
    Optional<User> user = signedIn();
    if (!demanded) {
      return;
    }
    User operator = user.orElseThrow(Operators::nobody);
    Optional<User> helped = AtTheDesk.run(() -> party.open().user(person));
    if (helped.isPresent() && !Permission.mayHelp(operator, helped.get())) {
      throw refused(operator, Permission.HELP, person);
    }
  }

  /**
   * Lets those pass who may register a key without a proof of the person: for somebody new who may
   * help, for an account that exists administrators.
   *
   * @param person the name of an account, or of one that is made
   * @throws Failure as {@link #permit}
   */
  public void permitKeyFor(String person) throws Failure {
    permit(Permission.HELP);
    if (demanded && AtTheDesk.run(() -> party.open().user(person)).isPresent()) {
      permit(Permission.ADMINISTER);
    }
  }

  private Failure refused(User operator, Permission permission, String person) throws Failure {
    String what = permission.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    AtTheDesk.run(() -> {
      party
          .open()
          .administration()
          .audit()
          .record(
              AuditEvent.refused(
                      clock.instant(),
                      AuditEvents.OPERATOR_REFUSED,
                      caller(),
                      person,
                      "the role does not allow it")
                  .with("permission", what)
                  .with("role", operator.role().word()));
      return what;
    });
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "'%s' is signed in with the role %s, which does not allow this."
                .formatted(operator.name(), operator.role().word()),
            "Nothing was changed.",
            "Ask somebody whose role allows it.",
            ""));
  }

  private static Failure nobody() {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "Nobody is signed in to this console.",
            "Nothing was changed.",
            "Sign in with your key: on the screen Help desk, or by 'touchstone operator sign-in'. A"
                + " session ends after 15 minutes without use.",
            ""));
  }

  private OperatorSessions sessions() throws Failure {
    return party.open().helpDesk().operators();
  }
}
