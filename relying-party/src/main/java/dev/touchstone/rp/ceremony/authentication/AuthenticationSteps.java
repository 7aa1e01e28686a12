package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.check.AuthenticatorDataChecks;
import dev.touchstone.rp.ceremony.check.ChallengeCheck;
import dev.touchstone.rp.ceremony.check.ClientDataChecks;
import dev.touchstone.rp.ceremony.check.ExtensionsCheck;
import dev.touchstone.rp.ceremony.check.ResponseChecks;
import dev.touchstone.rp.ceremony.check.StepList;
import dev.touchstone.rp.ceremony.library.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * The 25 steps of WebAuthn Level 3 §7.2 in their order. Each is checked even where an earlier one
 * failed, as long as there is something to check.
 */
final class AuthenticationSteps {

  /** The number of the step about the signature counter. */
  static final String COUNTER = "7.2.22";

  private final AuthenticationEvidence evidence;
  private final Judgement library;
  private final Policy policy;
  private final boolean explained;
  private final StepList steps = new StepList("7.2");

  /**
   * Over one answer.
   *
   * @param explained whether somebody reads the steps: then the signature is verified once more by
   *     our own code, which takes as long as all the rest; else the library is believed where it
   *     accepted
   */
  AuthenticationSteps(
      AuthenticationEvidence evidence, Judgement library, Policy policy, boolean explained) {
    this.evidence = evidence;
    this.library = library;
    this.policy = policy;
    this.explained = explained;
  }

  StepList list() {
    response();
    user();
    clientData();
    authenticatorData();
    credential();
    return steps;
  }

  /** Steps 1 to 4. */
  private void response() {
    ResponseChecks response = new ResponseChecks(evidence.ceremony());
    steps
        .add("Make options", response.options())
        .add("Call get() with them", response.returned(evidence.response().id()))
        .add("The response is an assertion", response.publicKey(evidence.response().type()))
        .add(
            "Take the client extension results",
            response.extensionResults(evidence.response().clientExtensionResults()));
  }

  /** Steps 5 and 6. */
  private void user() {
    UserSteps user = new UserSteps(evidence);
    steps
        .add("The credential is one that was allowed", user.allowed())
        .add("Identify the user and the credential", user.identified());
  }

  /** Steps 7 to 14. */
  private void clientData() {
    ResponseChecks response = new ResponseChecks(evidence.ceremony());
    ClientDataChecks checks = new ClientDataChecks(evidence.clientData(), policy);
    ChallengeCheck challenge =
        new ChallengeCheck(
            evidence.ceremony(), evidence.digest(), evidence.stored().challenged(), evidence.now());
    steps
        .add("Take client data, authenticator data and signature", SignedSteps.taken(evidence))
        .add(
            "Decode the client data as UTF-8",
            response.decoded(evidence.clientDataText(), "UTF-8 text"))
        .add(
            "Parse the client data as JSON",
            response.parsed(evidence.clientDataText(), evidence.clientData()))
        .add("The type is webauthn.get", checks.type("webauthn.get"))
        .add("The challenge is ours", challenge.of(evidence.clientData()))
        .add("The origin is expected", checks.origin())
        .add("A cross-origin frame is expected", checks.crossOrigin())
        .add("The page around the frame is expected", checks.topOrigin());
  }

  /** Steps 15 to 19. */
  private void authenticatorData() {
    AuthenticatorDataChecks checks = new AuthenticatorDataChecks(evidence.authenticatorData());
    List<String> rpIds = new ArrayList<>(List.of(policy.rpId()));
    evidence.options().appId().ifPresent(rpIds::add);
    steps
        .add("The RP ID hash is ours", checks.rpIdHash(rpIds))
        .add("The user was present", checks.userPresent())
        .add(
            "The user was verified, if required",
            checks.userVerified(evidence.options().userVerification()))
        .add("No backup without eligibility", checks.backupStateConsistent())
        .add("The backup eligibility did not change", SignedSteps.backupEligibility(evidence));
  }

  /** Steps 20 to 25. */
  private void credential() {
    ExtensionsCheck extensions =
        new ExtensionsCheck(
            evidence.response().clientExtensionResults(), evidence.authenticatorData());
    CounterStep counter = new CounterStep(evidence, policy.counterPolicy());
    steps
        .add("Hash the client data", ResponseChecks.hashed(evidence.clientDataHash()))
        .add(
            "The signature is valid",
            library.accepted() && !explained
                ? SignedSteps.LIBRARY_VERIFIED
                : SignedSteps.signature(evidence))
        .add("The signature counter went up", counter.finding())
        .add("Process the extension outputs", extensions.authentication());
    steps.add(
        "Update the credential record",
        ResponseChecks.outcome(steps, library, "Counter, backup state and last use were stored."));
    steps.add("Sign in", ResponseChecks.outcome(steps, library, "The user is signed in."));
  }
}
