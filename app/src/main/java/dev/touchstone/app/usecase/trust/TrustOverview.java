package dev.touchstone.app.usecase.trust;

import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.mds.KnownMetadata;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom this installation trusts.
 *
 * @param metadata the BLOBs that are kept
 * @param anchors those that hold for every model
 * @param policy which authenticators are taken
 * @param now by which dates are judged
 */
public record TrustOverview(
    KnownMetadata metadata, TrustAnchors anchors, TrustPolicy policy, Instant now) {

  /** How many anchors come from where, in the order in which they were added. */
  public Map<String, Integer> sources() {
    Map<String, Integer> sources = new LinkedHashMap<>();
    anchors.anchors().forEach(anchor -> sources.merge(anchor.origin(), 1, Integer::sum));
    return sources;
  }
}
