package dev.touchstone.rp.attestation.mds;

import java.util.List;

/** The BLOBs that are stored, one for each source, as one transaction sees them. */
public interface MetadataRows {

  /** Which ones there are, by source. Small, whatever is stored. */
  List<BlobMark> marks();

  /** The same, and nobody else changes which until the transaction ends. */
  List<BlobMark> lockedMarks();

  /** All of them, by source. */
  List<KeptBlob> all();

  /** Stores one, in place of another from the same source. */
  void put(KeptBlob blob);

  /** False if there was none from that source. */
  boolean delete(String source);
}
