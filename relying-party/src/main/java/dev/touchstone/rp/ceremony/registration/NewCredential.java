package dev.touchstone.rp.ceremony.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.response.AttestationObject;
import dev.touchstone.rp.ceremony.response.CoseKey;
import dev.touchstone.rp.ceremony.response.Flags;
import java.util.Optional;

/** WebAuthn Level 3 §7.1 step 27: the record of a credential that was accepted. */
final class NewCredential {

  private NewCredential() {}

  static CredentialRecord record(
      RegistrationEvidence evidence, Policy policy, AttestationReport report, Records records) {
    AttestationObject attestation = evidence.attestation().present().orElseThrow();
    Bytes userHandle = evidence.ceremony().userHandle().orElseThrow();
    User user = records.users().withHandle(userHandle).orElseThrow();
    return new CredentialRecord(
        credential(evidence, attestation, user, report),
        userHandle,
        attestation.attested().publicKey(),
        evidence.response().attestationObject(),
        evidence.response().clientDataJson(),
        policy.rpId());
  }

  private static Credential credential(
      RegistrationEvidence evidence,
      AttestationObject attestation,
      User user,
      AttestationReport report) {
    Flags flags = attestation.authenticatorData().flags();
    CoseKey key = evidence.publicKey().present().orElseThrow();
    return new Credential(
        attestation.attested().credentialId().base64Url(),
        user.name(),
        evidence.ceremony().label(),
        attestation.attested().aaguidText(),
        report.model(),
        key.algorithmName(),
        evidence.response().transports(),
        discoverable(evidence.response().clientExtensionResults()),
        flags.userVerified(),
        flags.backupEligible(),
        flags.backedUp(),
        attestation.authenticatorData().signCount(),
        attestation.format(),
        report.trusted(),
        false,
        evidence.now(),
        Optional.empty());
  }

  /** WebAuthn Level 3 §10.1.3. */
  private static Optional<Boolean> discoverable(Optional<ObjectNode> extensionResults) {
    return extensionResults
        .map(results -> results.path("credProps").path("rk"))
        .filter(JsonNode::isBoolean)
        .map(JsonNode::booleanValue);
  }
}
