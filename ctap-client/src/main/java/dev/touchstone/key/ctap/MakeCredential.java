package dev.touchstone.key.ctap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * CTAP 2.3 §6.1 authenticatorMakeCredential.
 *
 * @param clientDataHash SHA-256 of the client data
 * @param algorithms COSE algorithm numbers in order of preference
 * @param excludeList credentials that must not be on the key
 * @param residentKey option {@code rk}: make it discoverable
 * @param userVerification option {@code uv}: let the key verify the person by itself
 * @param pinUvAuth proof of verification over the client data hash
 * @param enterpriseAttestation 1 for vendor-facilitated, 2 for platform-managed
 */
public record MakeCredential(
    Bytes clientDataHash,
    RelyingParty rp,
    UserAccount user,
    List<Integer> algorithms,
    List<CredentialId> excludeList,
    Extensions extensions,
    boolean residentKey,
    boolean userVerification,
    Optional<PinUvAuthParam> pinUvAuth,
    OptionalInt enterpriseAttestation)
    implements CtapCommand<MakeCredential.Reply> {

  /**
   * Extension inputs, CTAP 2.3 §12.
   *
   * @param credProtect level 1 to 3
   * @param hmacSecretMc salts to be evaluated at once
   */
  public record Extensions(
      OptionalInt credProtect,
      boolean hmacSecret,
      Optional<HmacSecretInput> hmacSecretMc,
      boolean minPinLength,
      boolean largeBlobKey) {

    public static final Extensions NONE =
        new Extensions(OptionalInt.empty(), false, Optional.empty(), false, false);

    public Extensions withCredProtect(int level) {
      return new Extensions(
          OptionalInt.of(level), hmacSecret, hmacSecretMc, minPinLength, largeBlobKey);
    }

    public Extensions withHmacSecret() {
      return new Extensions(credProtect, true, hmacSecretMc, minPinLength, largeBlobKey);
    }

    public Extensions withHmacSecretMc(HmacSecretInput salts) {
      return new Extensions(credProtect, true, Optional.of(salts), minPinLength, largeBlobKey);
    }

    public Extensions withMinPinLength() {
      return new Extensions(credProtect, hmacSecret, hmacSecretMc, true, largeBlobKey);
    }

    public Extensions withLargeBlobKey() {
      return new Extensions(credProtect, hmacSecret, hmacSecretMc, minPinLength, true);
    }
  }

  /**
   * The new credential.
   *
   * @param format attestation statement format identifier
   * @param attestationStatement the statement as it came, one CBOR map
   * @param hasCertificates whether the statement has {@code x5c}, so is not self attestation
   * @param largeBlobKey 32 bytes, secret
   */
  public record Reply(
      String format,
      AuthenticatorData authenticatorData,
      Bytes attestationStatement,
      boolean hasCertificates,
      Optional<Bytes> largeBlobKey) {}
}
