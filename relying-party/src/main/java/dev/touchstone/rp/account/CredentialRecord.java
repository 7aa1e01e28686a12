package dev.touchstone.rp.account;

/**
 * A credential record (WebAuthn Level 3 §4) with everything that verification needs.
 *
 * @param credential what people see of it
 * @param userHandle whose it is
 * @param publicKey COSE_Key, as the key encoded it
 * @param attestationObject kept whole, so that it can be explained again later
 * @param attestationClientData the client data of the registration
 * @param rpId for which it was registered
 */
public record CredentialRecord(
    Credential credential,
    Bytes userHandle,
    Bytes publicKey,
    Bytes attestationObject,
    Bytes attestationClientData,
    String rpId) {

  public Bytes id() {
    return Bytes.ofBase64Url(credential.id());
  }
}
