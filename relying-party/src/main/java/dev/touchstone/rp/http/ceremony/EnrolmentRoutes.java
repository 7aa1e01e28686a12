package dev.touchstone.rp.http.ceremony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.account.UserDocument;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.InstantSource;
import java.util.Set;

/**
 * {@code POST /enrol/begin} and {@code /enrol/complete}: whoever lost everything registers a new
 * key by the one-time code that two operators gave. A code that is good for nothing is refused
 * alike, after one look-up and one row in the audit trail, whether nobody has it, it was used, or
 * its account is gone.
 */
public final class EnrolmentRoutes {

  /** Longer than any code, so that nobody learns from the answer how long codes are. */
  private static final int LONGEST_CODE = 64;

  private static final int LONGEST_LABEL = 100;
  private static final Set<String> BEGIN = Set.of("code", "label");
  private static final Set<String> COMPLETE = Set.of("credential", "challenge_token");

  private final RelyingParty relyingParty;
  private final Ceremonies ceremonies;
  private final Bodies bodies;
  private final Callers callers;
  private final RateGuard rates;

  public EnrolmentRoutes(
      RelyingParty relyingParty,
      Bodies bodies,
      Callers callers,
      RateGuard rates,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.ceremonies = new Ceremonies(relyingParty, clock);
    this.bodies = bodies;
    this.callers = callers;
    this.rates = rates;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes.post("/enrol/begin", this::begin).post("/enrol/complete", this::complete);
  }

  private void begin(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(BEGIN);
    String code = body.requiredText("code", LONGEST_CODE);
    String label = body.text("label", LONGEST_LABEL).orElse("");
    Caller caller = callers.of(context);
    rates.enrolment(caller);
    PendingCeremony pending =
        relyingParty
            .helpDesk()
            .redemption()
            .begin(code, label, caller)
            .orElseThrow(() -> new Refused(ProblemCode.CODE_REFUSED));
    ceremonies.answer(context, pending);
  }

  private void complete(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(COMPLETE);
    ObjectNode credential = body.object("credential");
    CeremonyReference reference = new CeremonyReference.OfCode(Ceremonies.reference(body));
    CredentialShape.checkRegistration("/credential", credential);
    Caller caller = callers.of(context);
    rates.ceremony(caller, "");
    User user =
        ceremonies
            .finish(
                () -> relyingParty.finishRegistration(reference, credential.toString(), caller),
                AuditEvents.REGISTRATION_COMPLETE,
                caller,
                "",
                ProblemCode.REGISTRATION_REFUSED)
            .user()
            .orElseThrow();
    context.header(Header.LOCATION, "/users/" + user.handle());
    Ceremonies.answer(context, 201, UserDocument.of(user));
  }
}
