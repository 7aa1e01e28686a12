package dev.touchstone.key.ctap;

import java.util.Optional;
import java.util.UUID;

/**
 * What a key signs, WebAuthn Level 3 §6.1.
 *
 * @param encoded the bytes as they came
 * @param flags the flags byte, 0 to 255
 * @param signCount 32 bit unsigned
 * @param attestedCredential present when a credential was made
 * @param extensions outputs of the extensions that we know
 */
public record AuthenticatorData(
    Bytes encoded,
    Bytes rpIdHash,
    int flags,
    long signCount,
    Optional<AttestedCredential> attestedCredential,
    ExtensionOutputs extensions) {

  /** Flag UV: the person was verified. */
  public boolean userVerified() {
    return (flags & 0x04) != 0;
  }

  /** WebAuthn Level 3 §6.5.2 attested credential data. */
  public record AttestedCredential(UUID aaguid, CredentialId id, CoseKey publicKey) {}

  /**
   * Authenticator extension outputs, CTAP 2.3 §12.
   *
   * @param hmacSecretEnabled at registration: whether the credential can be used with hmac-secret
   * @param hmacSecretMc at registration: encrypted outputs for the salts
   * @param hmacSecret at authentication: encrypted outputs for the salts
   */
  public record ExtensionOutputs(
      Optional<Boolean> hmacSecretEnabled,
      Optional<Bytes> hmacSecretMc,
      Optional<Bytes> hmacSecret) {

    public static final ExtensionOutputs NONE =
        new ExtensionOutputs(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
