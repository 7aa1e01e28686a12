package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.policy.Objection;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.check.AuthenticatorDataChecks;
import dev.touchstone.rp.ceremony.check.ChallengeCheck;
import dev.touchstone.rp.ceremony.check.ClientDataChecks;
import dev.touchstone.rp.ceremony.check.ExtensionsCheck;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.ResponseChecks;
import dev.touchstone.rp.ceremony.check.StepList;
import dev.touchstone.rp.ceremony.library.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * The 29 steps of WebAuthn Level 3 §7.1 in their order. Each is checked even where an earlier one
 * failed, as long as there is something to check. The cross references inside the specification
 * number the attestation steps one lower than the list that they stand in; the numbers here are
 * those of the list.
 */
final class RegistrationSteps {

  private final RegistrationEvidence evidence;
  private final Optional<User> owner;
  private final Judgement library;
  private final Policy policy;
  private final AttestationReport report;
  private final List<Objection> objections;
  private final StepList steps = new StepList("7.1");

  RegistrationSteps(
      RegistrationEvidence evidence,
      Optional<User> owner,
      Judgement library,
      Policy policy,
      AttestationReport report,
      List<Objection> objections) {
    this.evidence = evidence;
    this.owner = owner;
    this.library = library;
    this.policy = policy;
    this.report = report;
    this.objections = objections;
  }

  StepList list() {
    response();
    clientData();
    authenticatorData();
    attestation();
    credential();
    return steps;
  }

  /** Steps 1 to 6. */
  private void response() {
    ResponseChecks response = new ResponseChecks(evidence.ceremony());
    steps
        .add("Make options", response.options())
        .add("Call create() with them", response.returned(evidence.response().id()))
        .add(
            "The response is an attestation response",
            response.publicKey(evidence.response().type()))
        .add(
            "Take the client extension results",
            response.extensionResults(evidence.response().clientExtensionResults()))
        .add(
            "Decode the client data as UTF-8",
            response.decoded(evidence.clientDataText(), "UTF-8 text"))
        .add(
            "Parse the client data as JSON",
            response.parsed(evidence.clientDataText(), evidence.clientData()));
  }

  /** Steps 7 to 12. */
  private void clientData() {
    ClientDataChecks checks = new ClientDataChecks(evidence.clientData(), policy);
    ChallengeCheck challenge =
        new ChallengeCheck(
            evidence.ceremony(), evidence.digest(), evidence.stored().challenged(), evidence.now());
    steps
        .add("The type is webauthn.create", checks.type("webauthn.create"))
        .add("The challenge is ours", challenge.of(evidence.clientData()))
        .add("The origin is expected", checks.origin())
        .add("A cross-origin frame is expected", checks.crossOrigin())
        .add("The page around the frame is expected", checks.topOrigin())
        .add("Hash the client data", ResponseChecks.hashed(evidence.clientDataHash()));
  }

  /** Steps 13 to 20. */
  private void authenticatorData() {
    AuthenticatorDataChecks checks = new AuthenticatorDataChecks(evidence.authenticatorData());
    steps
        .add("Decode the attestation object", attestationSteps().decoded())
        .add("The RP ID hash is ours", checks.rpIdHash(List.of(policy.rpId())))
        .add("The user was present", checks.userPresent())
        .add(
            "The user was verified, if required",
            checks.userVerified(evidence.options().userVerification()))
        .add("No backup without eligibility", checks.backupStateConsistent())
        .add("Evaluate the backup eligibility", checks.noPolicyOn("the backup eligibility (BE)"))
        .add("Evaluate the backup state", checks.noPolicyOn("the backup state (BS)"))
        .add("The algorithm was offered", credentialSteps().algorithm());
  }

  /** Steps 21 to 24. */
  private void attestation() {
    AttestationSteps attestation = attestationSteps();
    steps
        .add("Determine the attestation format", attestation.format())
        .add("The attestation statement is valid", attestation.statement())
        .add("Obtain trust anchors", attestation.anchors())
        .add("Assess the trust", attestation.trust());
  }

  /** Steps 25 to 29. */
  private void credential() {
    CredentialSteps credential = credentialSteps();
    ExtensionsCheck extensions =
        new ExtensionsCheck(
            evidence.response().clientExtensionResults(), evidence.authenticatorData());
    steps
        .add("The credential id has at most 1023 bytes", credential.length())
        .add("The credential id is new", credential.isNew())
        .add("Make the credential record", credential.record())
        .add(
            "Process the extension outputs",
            extensions.registration(evidence.options().enforcedCredProtect()));
    steps.add("Store the credential", stored());
  }

  /** Whoever may not sign in gets no key either, which would be good as soon as they may. */
  private Finding stored() {
    if (!steps.failed().isEmpty() || !library.accepted()) {
      return ResponseChecks.outcome(steps, library, "");
    }
    if (owner.isEmpty()) {
      return Finding.failedThoughNotForTheLibrary("The account that it was begun for is gone.");
    }
    if (owner.get().status() == Status.DISABLED) {
      return Finding.failedThoughNotForTheLibrary(
          "The account of %s is disabled; somebody who looks after accounts can enable it."
              .formatted(owner.get().name()));
    }
    return ResponseChecks.outcome(steps, library, "The credential was stored.");
  }

  private AttestationSteps attestationSteps() {
    return new AttestationSteps(evidence, report, policy.trustRequired(), objections);
  }

  private CredentialSteps credentialSteps() {
    return new CredentialSteps(evidence);
  }
}
