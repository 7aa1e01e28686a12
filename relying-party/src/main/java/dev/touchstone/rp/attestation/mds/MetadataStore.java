package dev.touchstone.rp.attestation.mds;

import java.io.IOException;
import java.util.List;

/** Where BLOBs are kept for when there is no network. */
public interface MetadataStore {

  /**
   * Those that are kept.
   *
   * @param blobs one for each source
   * @param complaints a sentence for each that was there and cannot be read
   */
  record Kept(List<KeptBlob> blobs, List<String> complaints) {

    public Kept {
      blobs = List.copyOf(blobs);
      complaints = List.copyOf(complaints);
    }
  }

  /**
   * All of them.
   *
   * @throws IOException if nothing can be read; its message is a sentence
   */
  Kept all() throws IOException;

  /**
   * Keeps one, in place of another from the same source.
   *
   * @throws IOException if it cannot be written; the other one is then still there
   */
  void keep(KeptBlob blob) throws IOException;

  /**
   * Forgets the one from that source, if there is one.
   *
   * @throws IOException if it cannot be removed
   */
  void forget(String source) throws IOException;
}
