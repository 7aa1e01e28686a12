package dev.touchstone.rp.http.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.ceremony.CredentialShape;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.problem.Problem;
import dev.touchstone.rp.http.problem.Problems;
import dev.touchstone.rp.http.problem.Refused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The interface that the FIDO Alliance's server requirements describe for testing servers: {@code
 * /attestation/options}, {@code /attestation/result}, {@code /assertion/options} and {@code
 * /assertion/result}. Anybody makes accounts and adds keys to them, and is told why something is
 * refused, so it is there only where somebody asked for it.
 */
public final class ConformanceRoutes {

  private static final int LONGEST = 256;
  private static final Set<String> ATTACHMENTS = Set.of("platform", "cross-platform");

  private final RelyingParty relyingParty;
  private final Bodies bodies;
  private final Callers callers;
  private final RateGuard rates;
  private final Problems.Witness witness;
  private final InstantSource clock;

  /**
   * With the manners of the rest of the API.
   *
   * @param witness sees the problems, which this interface tells in its own words
   */
  public ConformanceRoutes(
      RelyingParty relyingParty,
      Bodies bodies,
      Callers callers,
      RateGuard rates,
      Problems.Witness witness,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.bodies = bodies;
    this.callers = callers;
    this.rates = rates;
    this.witness = witness;
    this.clock = clock;
  }

  /** One of the four steps. */
  @FunctionalInterface
  private interface Step {
    ObjectNode done(JsonBody body, Context context) throws Refused, RelyingPartyException;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .post(
            "/attestation/options",
            context -> answer(context, AuditEvents.REGISTRATION_BEGIN, this::creation))
        .post(
            "/attestation/result",
            context -> answer(context, AuditEvents.REGISTRATION_COMPLETE, this::attestation))
        .post(
            "/assertion/options",
            context -> answer(context, AuditEvents.SIGN_IN_BEGIN, this::request))
        .post(
            "/assertion/result",
            context -> answer(context, AuditEvents.SIGN_IN_COMPLETE, this::assertion));
  }

  /** The words of this interface, in the place of a problem document. */
  private void answer(Context context, String event, Step step) throws RelyingPartyException {
    ObjectNode json;
    try {
      rates.ceremony(callers.of(context), "");
      json = step.done(bodies.json(context), context);
    } catch (Refused refused) {
      Problem problem = witness.seen(refused.problem(), context);
      context.status(problem.code().status());
      problem.headers().forEach(context::header);
      json = failed(problem.code().title() + " " + problem.detail());
    } catch (RelyingPartyException.StoreUnavailable unavailable) {
      throw unavailable;
    } catch (RelyingPartyException failure) {
      context.status(400);
      String why = String.valueOf(failure.getMessage());
      note(context, event, why);
      json = failed(why);
    }
    context.contentType("application/json").result(json.toString());
  }

  /** What could not even be judged; the verdicts write their own rows. */
  private void note(Context context, String event, String why) throws RelyingPartyException {
    relyingParty
        .administration()
        .audit()
        .record(AuditEvent.refused(clock.instant(), event, callers.of(context), "", why));
  }

  private ObjectNode creation(JsonBody body, Context context)
      throws Refused, RelyingPartyException {
    JsonBody selection = body.objectOrNothing("authenticatorSelection");
    Optional<String> attachment = attachment(selection);
    RegistrationRequest request =
        new RegistrationRequest(
            body.requiredText("username", LONGEST),
            body.text("displayName", LONGEST).orElse(""),
            "",
            selection.text("userVerification", LONGEST).orElse("preferred"),
            residentKey(selection),
            body.text("attestation", LONGEST).orElse("none"),
            List.of(),
            List.of(),
            body.objectText("extensions"));
    ObjectNode json = ok(relyingParty.beginRegistration(request, callers.of(context)));
    if (attachment.isPresent() && json.get("authenticatorSelection") instanceof ObjectNode chosen) {
      chosen.put("authenticatorAttachment", attachment.get());
    }
    return json;
  }

  /** Both editions of WebAuthn are spoken here, and the interface's own example says false. */
  private static String residentKey(JsonBody selection) throws Refused {
    if (selection.isFlag("residentKey")) {
      return selection.flag("residentKey") ? "required" : "discouraged";
    }
    return selection
        .text("residentKey", LONGEST)
        .orElse(selection.flag("requireResidentKey") ? "required" : "discouraged");
  }

  /** Only the browser goes by it, so it is handed on. */
  private static Optional<String> attachment(JsonBody selection) throws Refused {
    Optional<String> attachment = selection.text("authenticatorAttachment", LONGEST);
    if (attachment.isPresent() && !ATTACHMENTS.contains(attachment.get())) {
      throw Refused.field(
          "/authenticatorSelection/authenticatorAttachment",
          "has to be platform or cross-platform");
    }
    return attachment;
  }

  private ObjectNode attestation(JsonBody body, Context context)
      throws Refused, RelyingPartyException {
    CredentialShape.checkRegistration("", body.whole());
    return judged(
        relyingParty.finishRegistration(
            new CeremonyReference.ByChallenge(), response(body), callers.of(context)),
        context);
  }

  private ObjectNode request(JsonBody body, Context context) throws Refused, RelyingPartyException {
    AuthenticationRequest request =
        new AuthenticationRequest(
            body.text("username", LONGEST).filter(it -> !it.isEmpty()),
            body.text("userVerification", LONGEST).orElse("preferred"),
            List.of(),
            body.objectText("extensions"));
    return ok(relyingParty.beginAuthentication(request, callers.of(context)));
  }

  private ObjectNode assertion(JsonBody body, Context context)
      throws Refused, RelyingPartyException {
    CredentialShape.checkAuthentication("", body.whole());
    return judged(
        relyingParty.finishAuthentication(
            new CeremonyReference.ByChallenge(), response(body), callers.of(context)),
        context);
  }

  /** This interface calls the extension results by the name of the method that reads them. */
  private static String response(JsonBody body) {
    ObjectNode response = body.whole();
    JsonNode results = response.remove("getClientExtensionResults");
    if (results != null && !response.has("clientExtensionResults")) {
      response.set("clientExtensionResults", results);
    }
    return response.toString();
  }

  private static ObjectNode judged(Verdict verdict, Context context) {
    if (verdict.accepted()) {
      return Json.MAPPER.createObjectNode().put("status", "ok").put("errorMessage", "");
    }
    context.status(400);
    return failed(
        verdict.failedSteps().stream()
            .map(it -> "%s: %s".formatted(it.number(), it.explanation()))
            .collect(Collectors.joining(" ")));
  }

  private static ObjectNode ok(PendingCeremony pending) {
    ObjectNode json = Json.MAPPER.createObjectNode().put("status", "ok").put("errorMessage", "");
    try {
      json.setAll((ObjectNode) Json.MAPPER.readTree(pending.optionsJson()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("options that we made ourselves are JSON", e);
    }
    return json;
  }

  private static ObjectNode failed(String message) {
    return Json.MAPPER
        .createObjectNode()
        .put("status", "failed")
        .put("errorMessage", message.isBlank() ? "It was refused." : message.strip());
  }
}
