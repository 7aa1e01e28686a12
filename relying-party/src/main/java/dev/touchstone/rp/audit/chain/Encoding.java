package dev.touchstone.rp.audit.chain;

import dev.touchstone.rp.account.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts and numbers one after the other, each of which tells its own length. */
final class Encoding {

  private byte[] buffer = new byte[512];
  private int length;

  Encoding text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return integer(utf8.length, Integer.BYTES).append(utf8);
  }

  Encoding number(long number) {
    return integer(number, Long.BYTES);
  }

  /** Of a length that the reader knows. */
  Encoding bytes(Bytes bytes) {
    return append(bytes.toArray());
  }

  Bytes toBytes() {
    return Bytes.of(Arrays.copyOf(buffer, length));
  }

  Bytes sha256() {
    return toBytes().sha256();
  }

  private Encoding integer(long number, int size) {
    makeRoom(size);
    for (int shift = (size - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      buffer[length++] = (byte) (number >>> shift);
    }
    return this;
  }

  private Encoding append(byte[] bytes) {
    makeRoom(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  private void makeRoom(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length + more, buffer.length * 2));
    }
  }
}
