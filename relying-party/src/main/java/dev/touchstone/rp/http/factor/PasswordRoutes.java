package dev.touchstone.rp.http.factor;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.factor.password.account.PasswordResult;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.problem.Problem;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.http.token.SignedIn;
import dev.touchstone.rp.token.Proof;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /auth/credentials}: sign-in by a password (RFC 7617) and a one-time password. Whoever
 * is refused is not told which of the two was wrong, or whether there is such an account.
 */
public final class PasswordRoutes {

  private static final int LONGEST_CODE = 64;
  private static final Set<String> MEMBERS = Set.of("otp", "scope");
  private static final String CHALLENGE = "Basic realm=\"touchstone\", charset=\"UTF-8\"";

  private final RelyingParty relyingParty;
  private final SignedIn signedIn;
  private final Bodies bodies;
  private final Callers callers;
  private final RateGuard rates;
  private final InstantSource clock;

  public PasswordRoutes(
      RelyingParty relyingParty,
      SignedIn signedIn,
      Bodies bodies,
      Callers callers,
      RateGuard rates,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.signedIn = signedIn;
    this.bodies = bodies;
    this.callers = callers;
    this.rates = rates;
    this.clock = clock;
  }

  /** Registers the route. */
  public void register(RoutesConfig routes) {
    routes.post("/auth/credentials", this::signIn);
  }

  private void signIn(Context context) throws Refused, RelyingPartyException {
    Caller caller = callers.of(context);
    JsonBody body = bodies.json(context).onlyKnows(MEMBERS);
    String code = body.requiredText("otp", LONGEST_CODE);
    SignedIn.Wish wish = SignedIn.wish(body);
    rates.ceremony(caller, "");
    Optional<BasicCredentials> shown = BasicCredentials.read(context.header(Header.AUTHORIZATION));
    if (shown.isEmpty()) {
      note(caller);
      throw refused();
    }
    BasicCredentials credentials = shown.get();
    char[] password = credentials.password();
    try {
      rates.ceremony(caller, credentials.name());
      switch (relyingParty.passwordSignIn().signIn(credentials.name(), password, code, caller)) {
        case PasswordResult.Accepted(var user) ->
            signedIn.answer(context, user, Proof.passwordAndDevice(clock.instant()), wish, caller);
        case PasswordResult.Refused() -> throw refused();
        case PasswordResult.Busy() ->
            throw new Refused(Problem.of(ProblemCode.UNAVAILABLE).with(Header.RETRY_AFTER, "2"));
      }
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private void note(Caller caller) throws RelyingPartyException {
    String why = "the header Authorization holds no name and password";
    relyingParty
        .administration()
        .audit()
        .record(AuditEvent.refused(clock.instant(), AuditEvents.PASSWORD_CHECK, caller, "", why));
  }

  private static Refused refused() {
    return new Refused(
        Problem.of(ProblemCode.SIGN_IN_REFUSED).with(Header.WWW_AUTHENTICATE, CHALLENGE));
  }
}
