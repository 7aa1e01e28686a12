package dev.touchstone.rp.http.ceremony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.http.token.SignedIn;
import dev.touchstone.rp.token.Proof;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /login/begin} and {@code /login/complete}: by the address of an account, or without
 * by a discoverable credential. For an address that nobody has, the answer looks the same.
 */
public final class LoginRoutes {

  private static final Set<String> BEGIN = Set.of("email");
  private static final Set<String> COMPLETE =
      Set.of("email", "assertion", "challenge_token", "scope");

  private final RelyingParty relyingParty;
  private final Ceremonies ceremonies;
  private final SignedIn signedIn;
  private final Bodies bodies;
  private final Callers callers;
  private final RateGuard rates;
  private final InstantSource clock;

  public LoginRoutes(
      RelyingParty relyingParty,
      SignedIn signedIn,
      Bodies bodies,
      Callers callers,
      RateGuard rates,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.ceremonies = new Ceremonies(relyingParty, clock);
    this.signedIn = signedIn;
    this.bodies = bodies;
    this.callers = callers;
    this.rates = rates;
    this.clock = clock;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .post("/login", context -> context.status(307).header(Header.LOCATION, "/login/begin"))
        .post("/login/begin", this::begin)
        .post("/login/complete", this::complete);
  }

  private void begin(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.jsonOrNothing(context).onlyKnows(BEGIN);
    Optional<String> email = ProfileFields.optionalEmail(body);
    AuthenticationRequest request =
        email
            .map(AuthenticationRequest::forUser)
            .map(AuthenticationRequest::discreetly)
            .orElseGet(AuthenticationRequest::nameless);
    Caller caller = callers.of(context);
    rates.ceremony(caller, email.orElse(""));
    ceremonies.answer(context, relyingParty.beginAuthentication(request, caller));
  }

  private void complete(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(COMPLETE);
    Optional<String> email = ProfileFields.optionalEmail(body);
    ObjectNode assertion = body.object("assertion");
    CeremonyReference begun = Ceremonies.reference(body);
    CeremonyReference reference =
        email.<CeremonyReference>map(it -> new CeremonyReference.Claimed(it, begun)).orElse(begun);
    SignedIn.Wish wish = SignedIn.wish(body);
    CredentialShape.checkAuthentication("/assertion", assertion);
    Caller caller = callers.of(context);
    String claimed = email.orElse("");
    rates.ceremony(caller, claimed);
    Verdict verdict =
        ceremonies.finish(
            () -> relyingParty.finishAuthentication(reference, assertion.toString(), caller),
            AuditEvents.SIGN_IN_COMPLETE,
            caller,
            claimed,
            ProblemCode.SIGN_IN_REFUSED);
    User user = verdict.user().orElseThrow();
    if (email.isPresent() && !ProfileFields.same(user.profile().email(), email.get())) {
      throw ceremonies.refused(
          AuditEvents.SIGN_IN_COMPLETE,
          caller,
          claimed,
          ProblemCode.SIGN_IN_REFUSED,
          "the credential is that of '%s'".formatted(user.name()));
    }
    Proof proof = PasskeyProof.of(verdict.credential().orElseThrow(), assertion, clock.instant());
    signedIn.answer(context, user, proof, wish, caller);
  }
}
