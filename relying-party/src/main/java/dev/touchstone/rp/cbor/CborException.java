package dev.touchstone.rp.cbor;

/** Bytes are not CBOR as it should be. */
public final class CborException extends Exception {

  private final int offset;
  private final String fault;

  /**
   * @param offset of the byte in question
   * @param fault what is wrong there, a clause such as {@code a map has the same key twice}
   */
  public CborException(int offset, String fault) {
    super(fault + ", at byte " + offset);
    this.offset = offset;
    this.fault = fault;
  }

  /** Offset of the byte in question. */
  public int offset() {
    return offset;
  }

  /** What is wrong, without the place. */
  public String fault() {
    return fault;
  }
}
