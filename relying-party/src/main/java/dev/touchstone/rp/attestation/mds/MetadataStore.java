package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.Collection;
import java.util.List;

/** Where BLOBs are kept for when there is no network. */
public interface MetadataStore {

  /**
   * All of them, one for each source.
   *
   * @throws RelyingPartyException.StoreUnavailable if they cannot be read
   */
  List<KeptBlob> all() throws RelyingPartyException;

  /**
   * Keeps one in place of others, wholly or not at all.
   *
   * @param seen those that were kept when this was decided
   * @param replaced the sources of those that go; its own may be among them
   * @return false, and nothing is changed, if others are kept by now than those that were seen
   * @throws RelyingPartyException.StoreUnavailable if it cannot be written
   */
  boolean keep(KeptBlob blob, Collection<BlobMark> seen, Collection<String> replaced)
      throws RelyingPartyException;
}
