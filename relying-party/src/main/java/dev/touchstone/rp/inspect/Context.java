package dev.touchstone.rp.inspect;

import dev.touchstone.rp.attestation.TrustAnchors;
import java.time.Instant;

/**
 * What decoders may know besides their input.
 *
 * @param anchors whom to trust
 * @param now at which certificates must be valid
 */
record Context(TrustAnchors anchors, Instant now) {}
