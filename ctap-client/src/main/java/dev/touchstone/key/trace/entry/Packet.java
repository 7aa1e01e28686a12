package dev.touchstone.key.trace.entry;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What went over the wire at once: a 64-byte report, or an APDU.
 *
 * @param nanos when, on the clock of the recording
 * @param toKey false for what came from the key
 * @param bytes with secrets covered; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // copied once, when it passes; a million of them are read
public record Packet(long nanos, boolean toKey, byte[] bytes) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Packet that
        && nanos == that.nanos
        && toKey == that.toKey
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return (toKey ? "> " : "< ") + HexFormat.of().formatHex(bytes);
  }
}
