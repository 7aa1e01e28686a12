package dev.touchstone.rp.attestation.mds;

import java.util.Optional;

/**
 * What became of the wish for a newer BLOB. Nothing is kept yet.
 *
 * @param source that was asked
 * @param result in one word
 * @param because why it is not taken, a clause; empty where it is
 * @param judged what came; empty where nothing did
 * @param changes what it says other than the one that is kept
 * @param kept the one of the same publisher, or of the same source, that is kept so far
 * @param candidate to be handed to {@link MetadataService#keep}; present if it may be taken
 */
public record Fetched(
    MetadataSource source,
    Result result,
    String because,
    Optional<JudgedBlob> judged,
    BlobChanges changes,
    Optional<KeptBlob> kept,
    Optional<KeptBlob> candidate) {

  /** How it went. */
  public enum Result {
    /** It is good, and may be kept. */
    NEWER,
    /** The source says that the one that is kept is still the newest, or sent the same again. */
    UNCHANGED,
    /** It is not to be believed, or older than the one that is kept, which stays. */
    REFUSED,
    /** It could not be had. What is kept is still used. */
    UNREACHABLE
  }
}
