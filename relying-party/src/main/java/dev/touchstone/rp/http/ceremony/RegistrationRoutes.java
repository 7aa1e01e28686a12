package dev.touchstone.rp.http.ceremony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.RegistrationRequest.Account;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.access.Visitor;
import dev.touchstone.rp.http.account.UserDocument;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.RevocationRows;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /register/begin} and {@code /register/complete}. A stranger makes a new account; a
 * further credential for an existing one is for its owner, by a fresh access token. Strangers are
 * not told that an account exists until they hand in a response, and then only that it was refused.
 */
public final class RegistrationRoutes {

  private static final int LONGEST_LABEL = 100;
  private static final Set<String> BEGIN = ProfileFields.and("label");
  private static final Set<String> COMPLETE = Set.of("email", "credential", "challenge_token");

  private final RelyingParty relyingParty;
  private final Ceremonies ceremonies;
  private final Access access;
  private final Bodies bodies;
  private final Callers callers;
  private final RateGuard rates;
  private final InstantSource clock;

  public RegistrationRoutes(
      RelyingParty relyingParty,
      Access access,
      Bodies bodies,
      Callers callers,
      RateGuard rates,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.ceremonies = new Ceremonies(relyingParty, clock);
    this.access = access;
    this.bodies = bodies;
    this.callers = callers;
    this.rates = rates;
    this.clock = clock;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .post("/users", context -> context.status(307).header(Header.LOCATION, "/register/begin"))
        .post("/register/begin", this::begin)
        .post("/register/complete", this::complete);
  }

  private void begin(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(BEGIN);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    AccountText.Checked account = ProfileFields.read(body, today);
    String label = body.text("label", LONGEST_LABEL).orElse("");
    rates.ceremony(callers.of(context), account.name());
    Optional<Visitor> owner = owner(context, account.name());
    RegistrationRequest request = RegistrationRequest.forUser(account.name()).labelled(label);
    ceremonies.answer(
        context,
        owner.isPresent()
            ? begun(request, owner.get())
            : relyingParty.beginRegistration(
                request.by(account.displayName(), account.profile(), Account.NEW),
                callers.of(context)));
  }

  /** A token that is no good any more when the registration begins is as if it had come then. */
  private PendingCeremony begun(RegistrationRequest request, Visitor owner)
      throws Refused, RelyingPartyException {
    try {
      return relyingParty.beginRegistration(request.by(owner.user()), owner.caller());
    } catch (AccountConflict e) {
      throw access.refused(
          owner.caller(),
          owner.user().name(),
          ProblemCode.TOKEN_INVALID,
          "the token %s is not accepted: %s"
              .formatted(owner.token().id(), RevocationRows.Standing.CUT_OFF.why()));
    }
  }

  /** Whoever proves to own the account of this address; empty for strangers. */
  private Optional<Visitor> owner(Context context, String email)
      throws Refused, RelyingPartyException {
    Optional<Visitor> visitor =
        access
            .visitor(context)
            .filter(it -> ProfileFields.same(it.user().profile().email(), email));
    if (visitor.isPresent()) {
      access.checkFresh(visitor.get(), "a further credential needs");
    }
    return visitor;
  }

  private void complete(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(COMPLETE);
    String email = ProfileFields.email(body);
    ObjectNode credential = body.object("credential");
    CeremonyReference reference = new CeremonyReference.Claimed(email, Ceremonies.reference(body));
    CredentialShape.checkRegistration("/credential", credential);
    Caller caller = callers.of(context);
    rates.ceremony(caller, email);
    Verdict verdict =
        ceremonies.finish(
            () -> relyingParty.finishRegistration(reference, credential.toString(), caller),
            AuditEvents.REGISTRATION_COMPLETE,
            caller,
            email,
            ProblemCode.REGISTRATION_REFUSED);
    User user = verdict.user().orElseThrow();
    context.header(Header.LOCATION, "/users/" + user.handle());
    Ceremonies.answer(context, 201, UserDocument.of(user));
  }
}
