package dev.touchstone.rp.attestation.mds;

/**
 * One thing that was looked at while a BLOB was judged.
 *
 * @param title what was asked
 * @param outcome the answer
 * @param explanation a sentence or two: why, and what to do
 */
public record BlobCheck(String title, Outcome outcome, String explanation) {

  /** What came out of it. */
  public enum Outcome {
    PASSED,
    /** Such a BLOB is not believed. */
    FAILED,
    /** No reason to refuse it, but worth knowing. */
    NOTED
  }

  static BlobCheck passed(String title, String explanation) {
    return new BlobCheck(title, Outcome.PASSED, explanation);
  }

  static BlobCheck failed(String title, String explanation) {
    return new BlobCheck(title, Outcome.FAILED, explanation);
  }

  static BlobCheck noted(String title, String explanation) {
    return new BlobCheck(title, Outcome.NOTED, explanation);
  }
}
