package dev.touchstone.rp.trust;

import dev.touchstone.rp.attestation.mds.BlobMark;
import dev.touchstone.rp.attestation.mds.KeptBlob;
import dev.touchstone.rp.attestation.mds.MetadataRows;
import dev.touchstone.rp.attestation.mds.MetadataStore;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** BLOBs among the records, the same for all who use them. */
public final class StoredMetadata implements MetadataStore {

  private final Store store;

  /** Reads nothing yet. */
  public StoredMetadata(Store store) {
    this.store = store;
  }

  @Override
  public List<KeptBlob> all() throws RelyingPartyException {
    return store.read(records -> records.metadata().all());
  }

  @Override
  public boolean keep(KeptBlob blob, Collection<BlobMark> seen, Collection<String> replaced)
      throws RelyingPartyException {
    return store.write(records -> {
      MetadataRows rows = records.metadata();
      if (!Set.copyOf(seen).equals(Set.copyOf(rows.lockedMarks()))) {
        return false;
      }
      replaced.forEach(rows::delete);
      rows.put(blob);
      return true;
    });
  }
}
