package dev.touchstone.key.trace.entry;

/**
 * A part of a message that was covered before anything was kept. Its bytes are {@link #COVER} ever
 * since.
 *
 * @param start index in the message of its first byte
 * @param length in bytes, as it was
 * @param name what stood there, by the specification, such as {@code pinUvAuthParam}
 */
public record Mask(int start, int length, String name) {

  /** An asterisk, so that it is seen in any hex viewer. */
  public static final byte COVER = '*';

  public int end() {
    return start + length;
  }
}
