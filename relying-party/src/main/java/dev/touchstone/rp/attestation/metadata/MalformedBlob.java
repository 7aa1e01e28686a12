package dev.touchstone.rp.attestation.metadata;

/** The payload of a BLOB is not what the specification asks for. The message is a clause. */
public final class MalformedBlob extends Exception {

  /**
   * The clause goes on after "because".
   *
   * @param because such as {@code it has no number "no"}
   */
  public MalformedBlob(String because) {
    super(because);
  }

  /** The clause. */
  public String because() {
    return String.valueOf(getMessage());
  }
}
