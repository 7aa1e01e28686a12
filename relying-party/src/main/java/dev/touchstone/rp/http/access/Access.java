package dev.touchstone.rp.http.access;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.problem.Problem;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Token;
import dev.touchstone.rp.token.TokenRefused;
import dev.touchstone.rp.token.desk.TokenCheck;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may do what (RFC 6750: bearer tokens). Every refusal is a row in the audit trail with the
 * exact reason; the answer tells less.
 */
public final class Access {

  /** For longer a stolen token must not be able to make an account its thief's. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final Pattern BEARER = Pattern.compile("(?i)bearer +([!-~]+)");

  private final RelyingParty relyingParty;
  private final TokenCheck tokens;
  private final String audience;
  private final Callers callers;
  private final RateGuard rates;
  private final InstantSource clock;

  /**
   * To one server.
   *
   * @param audience whom tokens have to be for: the RP ID
   */
  public Access(
      RelyingParty relyingParty,
      TokenCheck tokens,
      String audience,
      Callers callers,
      RateGuard rates,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.tokens = tokens;
    this.audience = audience;
    this.callers = callers;
    this.rates = rates;
    this.clock = clock;
  }

  /**
   * Whoever shows a token; empty if none was shown.
   *
   * @throws Refused if one was shown that is not accepted
   */
  public Optional<Visitor> visitor(Context context) throws Refused, RelyingPartyException {
    String header = context.header(Header.AUTHORIZATION);
    if (header == null) {
      return Optional.empty();
    }
    Caller caller = callers.of(context);
    Matcher bearer = BEARER.matcher(header);
    if (!bearer.matches()) {
      throw refused(caller, "", ProblemCode.TOKEN_INVALID, "the token is no bearer token");
    }
    return Optional.of(visitor(bearer.group(1), caller));
  }

  /**
   * Whoever shows a token.
   *
   * @throws Refused if none was shown, or one that is not accepted
   */
  public Visitor require(Context context) throws Refused, RelyingPartyException {
    Optional<Visitor> visitor = visitor(context);
    if (visitor.isEmpty()) {
      rates.badToken(callers.of(context));
      throw refused(callers.of(context), "", ProblemCode.TOKEN_MISSING, "no token was shown");
    }
    return visitor.get();
  }

  /**
   * Whoever shows a token that may be used for this.
   *
   * @throws Refused if none was shown, or another one
   */
  public Visitor require(Context context, Scope scope) throws Refused, RelyingPartyException {
    Visitor visitor = require(context);
    checkScope(visitor, scope);
    return visitor;
  }

  /**
   * Somebody in one of these roles, with a token that may be used for this.
   *
   * @throws Refused if it is somebody else
   */
  public Visitor require(Context context, Scope scope, Set<Role> roles)
      throws Refused, RelyingPartyException {
    Visitor visitor = require(context, scope);
    if (!roles.contains(visitor.user().role())) {
      throw forbidden(visitor, "");
    }
    return visitor;
  }

  /**
   * The owner of an account, or somebody in one of these roles. Others are refused whether there is
   * such an account or not.
   *
   * @param own what the token of its owner has to be good for
   * @param others what the token of anybody else has to be good for
   * @throws Refused if it is somebody else
   */
  public Visitor ownerOr(
      Context context, String userHandle, Scope own, Scope others, Set<Role> roles)
      throws Refused, RelyingPartyException {
    Visitor visitor = require(context);
    checkScope(visitor, visitor.owns(userHandle) ? own : others);
    if (!visitor.owns(userHandle) && !roles.contains(visitor.user().role())) {
      throw forbidden(visitor, subject(userHandle));
    }
    return visitor;
  }

  /**
   * Whoever shows the token of a sign-in of a moment ago.
   *
   * @param what needs it, as the audit trail says it: "another address needs"
   * @throws Refused if none was shown, or one that is not accepted or not fresh
   */
  public Visitor requireFresh(Context context, String what) throws Refused, RelyingPartyException {
    Visitor visitor = require(context);
    checkFresh(visitor, what);
    return visitor;
  }

  /**
   * The same with a key: a code from a mailbox is not enough.
   *
   * @param what needs it, as the audit trail says it: "another address needs"
   * @throws Refused if none was shown, or one that is not accepted or not fresh
   */
  public Visitor requireFreshKey(Context context, String what)
      throws Refused, RelyingPartyException {
    Visitor visitor = requireFresh(context, what);
    if (visitor.token().proof().filter(Proof::byKey).isEmpty()) {
      throw notFresh(visitor, what + " a sign-in with a key");
    }
    return visitor;
  }

  /**
   * Refuses whoever signed in too long ago.
   *
   * @param what needs it, as the audit trail says it: "another address needs"
   * @throws Refused if it is longer ago
   */
  public void checkFresh(Visitor visitor, String what) throws Refused, RelyingPartyException {
    checkScope(visitor, Scope.ACCOUNT_MANAGE);
    Instant earliest = clock.instant().minus(FRESH);
    if (visitor.token().proof().filter(it -> !it.at().isBefore(earliest)).isEmpty()) {
      throw notFresh(
          visitor, "%s a sign-in of the last %d minutes".formatted(what, FRESH.toMinutes()));
    }
  }

  private Refused notFresh(Visitor visitor, String reason) throws RelyingPartyException {
    return refused(visitor.caller(), visitor.user().name(), ProblemCode.TOKEN_NOT_FRESH, reason);
  }

  /**
   * Refuses a token that may not be used for this (RFC 6750 §3.1).
   *
   * @throws Refused if it lacks the scope
   */
  public void checkScope(Visitor visitor, Scope scope) throws Refused, RelyingPartyException {
    if (!visitor.token().scopes().contains(scope)) {
      Refused refused =
          refused(
              visitor.caller(),
              visitor.user().name(),
              ProblemCode.INSUFFICIENT_SCOPE,
              "the token %s has no scope %s".formatted(visitor.token().id(), scope.word()));
      throw new Refused(
          refused
              .problem()
              .with(
                  Header.WWW_AUTHENTICATE,
                  "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(scope.word())));
    }
  }

  /** A refusal, which is now a row in the audit trail. */
  public Refused refused(Caller caller, String subject, ProblemCode code, String reason)
      throws RelyingPartyException {
    relyingParty
        .administration()
        .audit()
        .record(AuditEvent.refused(clock.instant(), AuditEvents.ACCESS, caller, subject, reason));
    Problem problem = Problem.of(code);
    return new Refused(
        code.status() == 401 ? problem.with(Header.WWW_AUTHENTICATE, challenge(code)) : problem);
  }

  /** A refusal for lack of a role, which is now a row in the audit trail. */
  public Refused forbidden(Visitor visitor, String subject) throws RelyingPartyException {
    return refused(
        visitor.caller(),
        subject,
        ProblemCode.FORBIDDEN,
        "role %s may not do this".formatted(visitor.user().role().word()));
  }

  private String subject(String userHandle) throws RelyingPartyException {
    return relyingParty
        .administration()
        .accounts()
        .withHandle(userHandle)
        .map(User::name)
        .orElse(userHandle);
  }

  private Visitor visitor(String text, Caller caller) throws Refused, RelyingPartyException {
    TokenCheck.Holder holder;
    try {
      holder = tokens.use(text, caller);
    } catch (TokenRefused e) {
      rates.badToken(caller);
      ProblemCode code = e.isExpired() ? ProblemCode.TOKEN_EXPIRED : ProblemCode.TOKEN_INVALID;
      throw refused(caller, e.subject(), code, "the token is not accepted: " + e.why());
    }
    User user = holder.user();
    Token token = holder.token();
    if (!token.audience().equals(audience)) {
      throw refused(
          caller,
          user.name(),
          ProblemCode.TOKEN_INVALID,
          "the token %s is for another audience".formatted(token.id()));
    }
    return new Visitor(user, token, known(caller.as(user.name()), token));
  }

  /** The trail tells what a script did from what a person did. */
  private static Caller known(Caller caller, Token token) {
    return token instanceof ApiToken
        ? new Caller(
            caller.actor(),
            caller.address(),
            "API token %s, %s".formatted(token.id(), caller.agent()))
        : caller;
  }

  /** RFC 6750 §3: without a token, no error word. */
  private static String challenge(ProblemCode code) {
    return code == ProblemCode.TOKEN_MISSING ? "Bearer" : "Bearer error=\"invalid_token\"";
  }
}
