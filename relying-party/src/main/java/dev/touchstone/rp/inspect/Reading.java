package dev.touchstone.rp.inspect;

/** One way to read the input: how it was written, and what it then says. */
final class Reading {

  private final String encoding;
  private final byte[] bytes;

  /**
   * @param encoding such as {@code base64url}
   * @param bytes not copied; nobody here writes to them
   */
  Reading(String encoding, byte[] bytes) {
    this.encoding = encoding;
    this.bytes = bytes;
  }

  String encoding() {
    return encoding;
  }

  byte[] bytes() {
    return bytes;
  }
}
