package dev.touchstone.key.ctap;

import java.util.List;
import java.util.Optional;

/**
 * CTAP 2.3 §6.2 authenticatorGetAssertion.
 *
 * @param clientDataHash SHA-256 of the client data
 * @param allowList the credentials that will do; empty for any discoverable one
 * @param userPresence option {@code up}: false only to find out what is on the key
 * @param userVerification option {@code uv}: let the key verify the person by itself
 * @param pinUvAuth proof of verification over the client data hash
 */
public record GetAssertion(
    String rpId,
    Bytes clientDataHash,
    List<CredentialId> allowList,
    Extensions extensions,
    boolean userPresence,
    boolean userVerification,
    Optional<PinUvAuthParam> pinUvAuth)
    implements CtapCommand<GetAssertion.Reply> {

  /** Extension inputs, CTAP 2.3 §12. */
  public record Extensions(Optional<HmacSecretInput> hmacSecret, boolean largeBlobKey) {
    public static final Extensions NONE = new Extensions(Optional.empty(), false);

    public Extensions withHmacSecret(HmacSecretInput salts) {
      return new Extensions(Optional.of(salts), largeBlobKey);
    }

    public Extensions withLargeBlobKey() {
      return new Extensions(hmacSecret, true);
    }
  }

  /**
   * One assertion.
   *
   * @param credential may be absent when the allow list had one entry
   * @param user for a discoverable credential
   * @param numberOfCredentials how many match in all; get the others by {@link GetNextAssertion}
   * @param userSelected the person chose on the key itself
   * @param largeBlobKey 32 bytes, secret
   */
  public record Reply(
      Optional<CredentialId> credential,
      AuthenticatorData authenticatorData,
      Bytes signature,
      Optional<UserAccount> user,
      int numberOfCredentials,
      boolean userSelected,
      Optional<Bytes> largeBlobKey) {}
}
