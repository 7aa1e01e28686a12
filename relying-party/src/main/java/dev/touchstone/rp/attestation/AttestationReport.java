package dev.touchstone.rp.attestation;

import dev.touchstone.rp.attestation.metadata.Metadata;
import java.util.List;
import java.util.Optional;

/**
 * An attestation explained.
 *
 * @param format attestation statement format identifier, such as {@code packed}
 * @param type the attestation type of WebAuthn Level 3 §6.5.4: Basic, Self, AttCA, AnonCA or None
 * @param aaguid in the usual form with hyphens
 * @param model the model's name, where it is known
 * @param trusted whether the path ends at a trust anchor
 * @param sentence "Trusted: …" or "Untrusted because …"
 * @param path the certificates from the leaf to the anchor, as far as they are known; empty for
 *     self and none
 * @param metadata what is published of this model, proven or only claimed
 * @param enterprise whether the certificate tells this one key apart from all others (WebAuthn
 *     Level 3 §8.2.2)
 */
public record AttestationReport(
    String format,
    String type,
    String aaguid,
    Optional<String> model,
    boolean trusted,
    String sentence,
    List<PathElement> path,
    List<Metadata.Listed> metadata,
    boolean enterprise) {

  /**
   * One certificate on the path.
   *
   * @param subject distinguished name, readable
   * @param issuer distinguished name, readable
   * @param validFrom ISO date
   * @param validUntil ISO date
   * @param fingerprint SHA-256, hex
   * @param role leaf, intermediate, or trust anchor
   * @param notes decoded extensions and anything wrong with this certificate, one sentence each
   */
  public record PathElement(
      String subject,
      String issuer,
      String validFrom,
      String validUntil,
      String fingerprint,
      Role role,
      List<String> notes) {}

  /** What a certificate is on its path. */
  public enum Role {
    LEAF,
    INTERMEDIATE,
    ANCHOR
  }
}
