package dev.touchstone.rp.attestation.policy;

import dev.touchstone.rp.attestation.TrustAnchors;

/**
 * Whom a relying party trusts at one moment, and what it asks of authenticators. Both change while
 * the program runs; a ceremony is judged by one and the same from its beginning to its end.
 */
public record Trust(TrustAnchors anchors, TrustPolicy policy) {

  /** These anchors under the usual policy. */
  public static Trust of(TrustAnchors anchors) {
    return new Trust(anchors, TrustPolicy.usual());
  }
}
