package dev.touchstone.key.trace.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes that records are put together in. Numbers are big-endian or LEB128. */
final class Octets {

  private byte[] bytes = new byte[4096];
  private int size;

  int size() {
    return size;
  }

  void octet(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  /** A number of seven bits a byte; negative ones take ten. */
  void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void fixed(int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (24 - 8 * i));
    }
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    raw(utf8, utf8.length);
  }

  void raw(byte[] from, int length) {
    room(length);
    System.arraycopy(from, 0, bytes, size, length);
    size += length;
  }

  void skip(int length) {
    room(length);
    size += length;
  }

  int checksum(int from) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, size - from);
    return (int) crc.getValue();
  }

  /** Empties itself into a stream. */
  void drain(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  void clear() {
    size = 0;
  }

  private void room(int length) {
    if (bytes.length - size < length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
    }
  }
}
