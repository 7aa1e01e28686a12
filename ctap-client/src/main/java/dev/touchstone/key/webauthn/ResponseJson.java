package dev.touchstone.key.webauthn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.AuthenticatorData.AttestedCredential;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import java.util.List;
import java.util.TreeSet;

/** The answers to the relying party, WebAuthn Level 3 §5.1.8: JSON with base64url. */
final class ResponseJson {

  private ResponseJson() {}

  /** §5.1.8.1 RegistrationResponseJSON. */
  static String registration(
      AttestedCredential credential,
      ClientData clientData,
      AttestationObject attestation,
      List<String> transports,
      ObjectNode extensionResults) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("clientDataJSON", clientData.json().base64Url());
    response.put("authenticatorData", attestation.authenticatorData().base64Url());
    ArrayNode list = response.putArray("transports");
    // §5.2.1: unique and in lexicographical order
    new TreeSet<>(transports).forEach(list::add);
    credential
        .publicKey()
        .publicKey()
        .ifPresent(key -> response.put("publicKey", Bytes.of(key.getEncoded()).base64Url()));
    response.put("publicKeyAlgorithm", credential.publicKey().algorithm());
    response.put("attestationObject", attestation.encoded().base64Url());
    return credential(credential.id(), response, extensionResults);
  }

  /** §5.1.8.2 AuthenticationResponseJSON. */
  static String authentication(
      CredentialId credential,
      ClientData clientData,
      GetAssertion.Reply assertion,
      ObjectNode extensionResults) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("clientDataJSON", clientData.json().base64Url());
    response.put("authenticatorData", assertion.authenticatorData().encoded().base64Url());
    response.put("signature", assertion.signature().base64Url());
    assertion.user().ifPresent(user -> response.put("userHandle", user.id().base64Url()));
    return credential(credential, response, extensionResults);
  }

  private static String credential(
      CredentialId id, ObjectNode response, ObjectNode extensionResults) {
    ObjectNode credential = JsonNodeFactory.instance.objectNode();
    credential.put("id", id.bytes().base64Url());
    credential.put("rawId", id.bytes().base64Url());
    credential.set("response", response);
    credential.put("authenticatorAttachment", "cross-platform");
    credential.set("clientExtensionResults", extensionResults);
    credential.put("type", "public-key");
    return credential.toString();
  }
}
