package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.attestation.TrustAnchors;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Who may publish metadata here.
 *
 * @param name what people call it
 * @param roots at one of which its signer's path ends
 * @param host for which the signer's certificate must be, where the roots sign for everybody: else
 *     any web site with a certificate below them could publish metadata
 */
public record Publisher(String name, TrustAnchors roots, Optional<String> host) {

  /**
   * The FIDO Alliance, by the two roots of GlobalSign that it has used: R3, and R46 since August
   * 2026.
   */
  public static Publisher fido() {
    return new Publisher(
        "FIDO Alliance", TrustAnchors.metadataRoots(), Optional.of("mds.fidoalliance.org"));
  }

  /** Somebody with a root of their own, such as a laboratory. */
  public static Publisher of(String name, X509Certificate root) {
    return new Publisher(name, TrustAnchors.none().plus(name, List.of(root)), Optional.empty());
  }
}
