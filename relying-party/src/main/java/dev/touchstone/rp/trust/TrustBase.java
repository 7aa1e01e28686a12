package dev.touchstone.rp.trust;

import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.mds.Publisher;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import java.util.List;

/**
 * Whom one process trusts, whatever is stored.
 *
 * @param anchors for every model
 * @param policy that holds as long as none is stored
 * @param publishers whose metadata are believed
 */
public record TrustBase(TrustAnchors anchors, TrustPolicy policy, List<Publisher> publishers) {

  public TrustBase {
    publishers = List.copyOf(publishers);
  }

  /** These anchors under the usual policy, and FIDO's metadata. */
  public static TrustBase of(TrustAnchors anchors) {
    return of(Trust.of(anchors));
  }

  /** The same under another policy. */
  public static TrustBase of(Trust trust) {
    return new TrustBase(trust.anchors(), trust.policy(), List.of(Publisher.fido()));
  }
}
