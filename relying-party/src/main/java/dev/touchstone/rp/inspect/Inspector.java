package dev.touchstone.rp.inspect;

import dev.touchstone.rp.attestation.TrustAnchors;
import java.time.InstantSource;

/** Finds out by itself what it was given, and spells it out. Stateless; safe for many threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class Inspector {

  private final TrustAnchors anchors;
  private final InstantSource clock;

  /**
   * @param anchors whom to trust when an attestation is explained
   * @param clock at which certificates must be valid
   */
  public Inspector(TrustAnchors anchors, InstantSource clock) {
    this.anchors = anchors;
    this.clock = clock;
  }

  /**
   * Inspects the content of a file or of standard input: raw bytes, or text in UTF-8.
   *
   * @throws InspectionException if it cannot be recognised, or is too large
   */
  public Inspection inspect(byte[] input) throws InspectionException {
    throw new UnsupportedOperationException("follows " + anchors + clock);
  }

  /**
   * Inspects pasted text.
   *
   * @throws InspectionException if it cannot be recognised, or is too large
   */
  public Inspection inspect(String input) throws InspectionException {
    throw new UnsupportedOperationException("follows");
  }
}
