package dev.touchstone.rp.http.access;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
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
import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.AccessTokens;
import dev.touchstone.rp.token.TokenRefused;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Duration;
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
  private final AccessTokens tokens;
  private final Callers callers;
  private final RateGuard rates;
  private final InstantSource clock;

  public Access(
      RelyingParty relyingParty,
      AccessTokens tokens,
      Callers callers,
      RateGuard rates,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.tokens = tokens;
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
   * Somebody in one of these roles.
   *
   * @throws Refused if it is somebody else
   */
  public Visitor require(Context context, Set<Role> roles) throws Refused, RelyingPartyException {
    Visitor visitor = require(context);
    if (!roles.contains(visitor.user().role())) {
      throw forbidden(visitor, "");
    }
    return visitor;
  }

  /**
   * The owner of an account, or somebody in one of these roles. Others are refused whether there is
   * such an account or not.
   *
   * @throws Refused if it is somebody else
   */
  public Visitor ownerOr(Context context, String userHandle, Set<Role> roles)
      throws Refused, RelyingPartyException {
    Visitor visitor = require(context);
    if (!visitor.owns(userHandle) && !roles.contains(visitor.user().role())) {
      throw forbidden(visitor, subject(userHandle));
    }
    return visitor;
  }

  /**
   * Whoever shows a token that is not old.
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
   * Refuses whoever signed in too long ago.
   *
   * @param what needs it, as the audit trail says it: "another address needs"
   * @throws Refused if it is longer ago
   */
  public void checkFresh(Visitor visitor, String what) throws Refused, RelyingPartyException {
    if (visitor.token().issued().plus(FRESH).isBefore(clock.instant())) {
      throw refused(
          visitor.caller(),
          visitor.user().name(),
          ProblemCode.TOKEN_NOT_FRESH,
          "%s a sign-in of the last %d minutes".formatted(what, FRESH.toMinutes()));
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
    AccessToken token;
    try {
      token = tokens.check(text);
    } catch (TokenRefused e) {
      rates.badToken(caller);
      ProblemCode code = e.isExpired() ? ProblemCode.TOKEN_EXPIRED : ProblemCode.TOKEN_INVALID;
      throw refused(caller, "", code, "the token is not accepted: " + e.why());
    }
    Optional<User> user = relyingParty.administration().accounts().withHandle(token.userHandle());
    if (user.isEmpty()) {
      throw refused(caller, "", ProblemCode.TOKEN_INVALID, "the account of the token is gone");
    }
    if (user.get().status() == Status.DISABLED) {
      throw refused(
          caller, user.get().name(), ProblemCode.TOKEN_INVALID, "the account is disabled");
    }
    return new Visitor(user.get(), token, caller.as(user.get().name()));
  }

  /** RFC 6750 §3: without a token, no error word. */
  private static String challenge(ProblemCode code) {
    return code == ProblemCode.TOKEN_MISSING ? "Bearer" : "Bearer error=\"invalid_token\"";
  }
}
