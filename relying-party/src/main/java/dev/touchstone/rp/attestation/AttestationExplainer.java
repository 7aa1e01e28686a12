package dev.touchstone.rp.attestation;

import java.time.Instant;
import java.util.Optional;

/** Says of an attestation object who made the authenticator, and whether that is proven. */
public final class AttestationExplainer {

  private AttestationExplainer() {}

  /**
   * Explains an attestation object (WebAuthn Level 3 §6.5) as of a given time. Never throws for bad
   * bytes: the report then says what is wrong with them.
   *
   * @param attestationObject CBOR, as the client handed it over
   * @param clientDataHash SHA-256 of the client data; without it the statement's signature cannot
   *     be verified, and the sentence says so
   * @param anchors whom to trust
   * @param now at which the certificates must be valid
   */
  @SuppressWarnings("DoNotCallSuggester")
  public static AttestationReport explain(
      byte[] attestationObject,
      Optional<byte[]> clientDataHash,
      TrustAnchors anchors,
      Instant now) {
    throw new UnsupportedOperationException("follows");
  }
}
