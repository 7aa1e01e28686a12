package dev.touchstone.rp.http.factor;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.access.Visitor;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.ceremony.ProfileFields;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.http.token.SignedIn;
import dev.touchstone.rp.token.Proof;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * {@code POST /api/auth/register}, {@code /verify-otp}, {@code /recover} and {@code /change-email}:
 * codes by mail. The first half of each is answered alike for every address, and after as much
 * work; the second half says only whether the code was accepted.
 */
public final class EmailRoutes {

  /** Longer than any code, so that nobody learns from the answer how long codes are. */
  private static final int LONGEST_CODE = 64;

  private static final Set<String> ADDRESS = Set.of("email");
  private static final Set<String> VERIFY = ProfileFields.and("otp");
  private static final Set<String> RECOVERED = Set.of("email", "otp", "second_factor");
  private static final Set<String> CHANGED = Set.of("email", "otp", "old_otp");

  private final RelyingParty relyingParty;
  private final SignedIn signedIn;
  private final Access access;
  private final Bodies bodies;
  private final Callers callers;
  private final RateGuard rates;
  private final InstantSource clock;

  public EmailRoutes(
      RelyingParty relyingParty,
      SignedIn signedIn,
      Access access,
      Bodies bodies,
      Callers callers,
      RateGuard rates,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.signedIn = signedIn;
    this.access = access;
    this.bodies = bodies;
    this.callers = callers;
    this.rates = rates;
    this.clock = clock;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .post("/api/auth/register", this::begin)
        .post("/api/auth/verify-otp", this::verify)
        .post("/api/auth/recover", this::recover)
        .post("/api/auth/recover/verify", this::recovered)
        .post("/api/auth/change-email", this::change)
        .post("/api/auth/change-email/verify", this::changed);
  }

  private void begin(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(ADDRESS);
    EmailAddress email = new EmailAddress(ProfileFields.email(body));
    Caller caller = callers.of(context);
    rates.ceremony(caller, email.value());
    rates.mail(caller, email.value());
    relyingParty.emailCodes().verification().begin(email, caller);
    sent(context);
  }

  private void verify(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(VERIFY);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    AccountText.Checked account = ProfileFields.read(body, today);
    EmailAddress email = new EmailAddress(ProfileFields.email(body));
    String code = body.requiredText("otp", LONGEST_CODE);
    Caller caller = callers.of(context);
    rates.ceremony(caller, email.value());
    User user =
        relyingParty
            .emailCodes()
            .verification()
            .finish(email, code, account, caller)
            .orElseThrow(() -> new Refused(ProblemCode.CODE_REFUSED));
    signedIn.answer(context, user, Proof.mailCode(clock.instant()));
  }

  private void recover(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(ADDRESS);
    EmailAddress email = new EmailAddress(ProfileFields.email(body));
    Caller caller = callers.of(context);
    rates.ceremony(caller, email.value());
    rates.mail(caller, email.value());
    relyingParty.emailCodes().recovery().begin(email, caller);
    sent(context);
  }

  private void recovered(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.json(context).onlyKnows(RECOVERED);
    EmailAddress email = new EmailAddress(ProfileFields.email(body));
    String code = body.requiredText("otp", LONGEST_CODE);
    String second = body.text("second_factor", LONGEST_CODE).orElse("");
    Caller caller = callers.of(context);
    rates.ceremony(caller, email.value());
    User user =
        relyingParty
            .emailCodes()
            .recovery()
            .finish(email, code, second, caller)
            .orElseThrow(() -> new Refused(ProblemCode.CODE_REFUSED));
    signedIn.answer(context, user, recovered(user));
  }

  /** An account that has a device is not entered without it. */
  private Proof recovered(User user) throws RelyingPartyException {
    boolean device = relyingParty.totp().state(user.name()).confirmed().isPresent();
    return device ? Proof.mailCodeAndDevice(clock.instant()) : Proof.mailCode(clock.instant());
  }

  private void change(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = owner(context);
    JsonBody body = bodies.json(context).onlyKnows(ADDRESS);
    EmailAddress email = new EmailAddress(ProfileFields.email(body));
    rates.ceremony(visitor.caller(), email.value());
    rates.mail(visitor.caller(), email.value());
    relyingParty.emailCodes().change().begin(visitor.user().name(), email, visitor.caller());
    sent(context);
  }

  private void changed(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = owner(context);
    JsonBody body = bodies.json(context).onlyKnows(CHANGED);
    EmailAddress email = new EmailAddress(ProfileFields.email(body));
    String code = body.requiredText("otp", LONGEST_CODE);
    String old = body.text("old_otp", LONGEST_CODE).orElse("");
    rates.ceremony(visitor.caller(), email.value());
    User user =
        relyingParty
            .emailCodes()
            .change()
            .finish(visitor.user().name(), email, old, code, visitor.caller())
            .orElseThrow(() -> new Refused(ProblemCode.CODE_REFUSED));
    signedIn.answerAgain(context, user, visitor.token());
  }

  /** A change of address leads to the mailbox that recovers the account. */
  private Visitor owner(Context context) throws Refused, RelyingPartyException {
    return access.requireFresh(context, "another address needs");
  }

  private static void sent(Context context) {
    Answers.json(context, 202, Json.MAPPER.createObjectNode().put("status", "sent"));
  }
}
