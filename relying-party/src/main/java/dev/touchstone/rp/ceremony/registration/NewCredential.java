package dev.touchstone.rp.ceremony.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.CredentialUse;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.cose.CoseAlgorithm;
import dev.touchstone.rp.cose.CoseKey;
import java.util.List;
import java.util.Optional;

/** WebAuthn Level 3 §7.1 step 27: the record of a credential that was accepted. */
final class NewCredential {

  private NewCredential() {}

  static CredentialRecord record(
      RegistrationEvidence evidence, Policy policy, AttestationReport report, User user) {
    AttestationObject attestation = evidence.attestation().present().orElseThrow();
    AttestedCredential attested = evidence.attested().present().orElseThrow();
    Bytes userHandle = Bytes.ofBase64Url(user.handle());
    return new CredentialRecord(
        credential(evidence, attestation, attested, user, report),
        userHandle,
        CredentialSteps.publicKey(attested),
        evidence.response().attestationObject(),
        evidence.response().clientDataJson(),
        policy.rpId());
  }

  private static Credential credential(
      RegistrationEvidence evidence,
      AttestationObject attestation,
      AttestedCredential attested,
      User user,
      AttestationReport report) {
    AuthenticatorData data = attestation.authenticatorData();
    return new Credential(
        CredentialSteps.credentialId(attested).base64Url(),
        user.name(),
        evidence.ceremony().label(),
        attested.aaguid().toString(),
        report.model(),
        algorithm(attested.key()),
        evidence.response().transports(),
        discoverable(evidence.response().clientExtensionResults()),
        data.has(Flag.UV),
        data.has(Flag.BE),
        data.has(Flag.BS),
        data.signCount(),
        attestation.format(),
        report.trusted(),
        false,
        evidence.now(),
        Optional.empty(),
        Optional.empty(),
        List.of(new CredentialUse(evidence.now(), data.signCount(), data.has(Flag.BS), "")));
  }

  private static String algorithm(CoseKey key) {
    int number = key.algorithm().orElseThrow();
    return CoseAlgorithm.of(number).map(CoseAlgorithm::label).orElse(Integer.toString(number));
  }

  /** WebAuthn Level 3 §10.1.3. */
  private static Optional<Boolean> discoverable(Optional<ObjectNode> extensionResults) {
    return extensionResults
        .map(results -> results.path("credProps").path("rk"))
        .filter(JsonNode::isBoolean)
        .map(JsonNode::booleanValue);
  }
}
