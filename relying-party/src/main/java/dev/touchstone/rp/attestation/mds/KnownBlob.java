package dev.touchstone.rp.attestation.mds;

/** A BLOB that is kept, judged again as of the day when it came. */
public record KnownBlob(KeptBlob kept, JudgedBlob judged) {

  /** Whose it is, or where it came from. */
  public String publisher() {
    return judged.publisher().orElse(kept.source());
  }
}
