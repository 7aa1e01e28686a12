package dev.touchstone.rp.inspect;

import java.util.Arrays;
import java.util.HexFormat;

/** Byte strings as a person reads them. */
final class Bytes {

  /** Longer ones are cut: nobody reads a kilobyte of hex in a tree. */
  private static final int LONGEST = 1024;

  private Bytes() {}

  /** A line with the bytes in hex, and how many there are. */
  static Node node(String name, byte[] bytes) {
    return Node.of(name, hex(bytes), count(bytes.length));
  }

  static String hex(byte[] bytes) {
    return bytes.length <= LONGEST
        ? HexFormat.of().formatHex(bytes)
        : HexFormat.of().formatHex(Arrays.copyOf(bytes, LONGEST)) + "…";
  }

  static String count(int length) {
    return length == 1 ? "1 byte" : length + " bytes";
  }

  /** A line in place of bytes that must not be shown. */
  static Node secret(String name, String what) {
    return Node.warning(name, "(not shown)", what);
  }
}
