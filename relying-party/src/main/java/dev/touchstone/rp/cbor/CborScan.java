package dev.touchstone.rp.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks one item without building it. The library tells neither where a fault is nor guards the
 * stack; this does, before the library sees a byte.
 */
final class CborScan {

  /** CTAP allows four levels, MDS a few more; deeper input is an attack or an accident. */
  static final int DEEPEST = 64;

  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xff;

  private final byte[] bytes;
  private int at;

  private CborScan(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  static int end(byte[] bytes, int offset) throws CborException {
    CborScan scan = new CborScan(bytes, offset);
    scan.item(0);
    return scan.at;
  }

  private void item(int depth) throws CborException {
    int start = at;
    if (depth > DEEPEST) {
      throw new CborException(start, "CBOR is nested deeper than " + DEEPEST + " levels");
    }
    int first = next(start);
    int majorType = first >> 5;
    int additional = first & 0x1f;
    if (additional == INDEFINITE) {
      indefinite(majorType, start, depth);
      return;
    }
    long argument = argument(additional, start);
    switch (majorType) {
      case 0, 1 -> {}
      case 2 -> skip(argument, start, "a byte string");
      case 3 -> text(argument, start);
      case 4 -> {
        mayHold(argument, start, "an array", "elements");
        for (long i = 0; i < argument; i++) {
          item(depth + 1);
        }
      }
      case 5 -> {
        mayHold(argument, start, "a map", "pairs");
        Set<ByteBuffer> keys = new HashSet<>();
        for (long i = 0; i < argument; i++) {
          pair(keys, depth);
        }
      }
      case 6 -> item(depth + 1);
      default -> {
        if (additional == 24 && argument < 32) {
          throw new CborException(start, "a simple value of CBOR is written in two bytes, not one");
        }
      }
    }
  }

  private void indefinite(int majorType, int start, int depth) throws CborException {
    switch (majorType) {
      case 2, 3 -> {
        while (!atBreak(start)) {
          if (peek(start) >> 5 != majorType || (peek(start) & 0x1f) == INDEFINITE) {
            throw new CborException(at, "a chunk of a string is not of the string's own type");
          }
          item(depth + 1);
        }
      }
      case 4 -> {
        while (!atBreak(start)) {
          item(depth + 1);
        }
      }
      case 5 -> {
        Set<ByteBuffer> keys = new HashSet<>();
        while (!atBreak(start)) {
          pair(keys, depth);
        }
      }
      default -> throw new CborException(start, "CBOR has a break or a length where none belongs");
    }
  }

  private void pair(Set<ByteBuffer> keys, int depth) throws CborException {
    int start = at;
    item(depth + 1);
    if (!keys.add(ByteBuffer.wrap(bytes, start, at - start))) {
      throw new CborException(start, "a map has the same key twice");
    }
    item(depth + 1);
  }

  private long argument(int additional, int start) throws CborException {
    if (additional < 24) {
      return additional;
    }
    if (additional > 27) {
      throw new CborException(start, "CBOR knows no such head byte");
    }
    long value = 0;
    for (int i = 0; i < 1 << (additional - 24); i++) {
      value = value << 8 | next(start);
    }
    return value;
  }

  /** An argument above 2^63 shows as a negative number here. */
  private void mayHold(long count, int start, String what, String of) throws CborException {
    if (count < 0 || count > bytes.length - at) {
      throw new CborException(
          start,
          "%s announces %s %s, but only %d bytes follow"
              .formatted(what, Long.toUnsignedString(count), of, bytes.length - at));
    }
  }

  private void skip(long length, int start, String what) throws CborException {
    mayHold(length, start, what, "bytes");
    at += (int) length;
  }

  private void text(long length, int start) throws CborException {
    int from = at;
    skip(length, start, "a text string");
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, at - from));
    } catch (CharacterCodingException e) {
      throw new CborException(start, "a text string is not UTF-8");
    }
  }

  private boolean atBreak(int start) throws CborException {
    if (peek(start) == BREAK) {
      at++;
      return true;
    }
    return false;
  }

  private int next(int start) throws CborException {
    int value = peek(start);
    at++;
    return value;
  }

  private int peek(int start) throws CborException {
    if (at >= bytes.length) {
      throw new CborException(
          bytes.length, "the bytes end inside the CBOR item that began at byte " + start);
    }
    return bytes[at] & 0xff;
  }
}
