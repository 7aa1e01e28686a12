package dev.touchstone.key.trace.cbor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One item of CBOR (RFC 8949) that knows where in the message it stands, so that its very bytes can
 * be covered.
 */
public sealed interface CborItem {

  /** Index of its first byte. */
  int start();

  /** Index behind its last byte. */
  int end();

  /**
   * An integer.
   *
   * @param argument as it stands on the wire, unsigned
   */
  record Whole(int start, int end, boolean negative, long argument) implements CborItem {

    /** Whether it is this number. */
    public boolean is(long number) {
      return argument >= 0 && (negative ? -1 - argument : argument) == number;
    }

    @Override
    public String toString() {
      if (negative) {
        return argument == -1L
            ? "-18446744073709551616"
            : "-" + Long.toUnsignedString(argument + 1);
      }
      return Long.toUnsignedString(argument);
    }
  }

  /**
   * A byte string.
   *
   * @param from index of the first byte of its content, which ends where the item ends
   */
  record Bytes(int start, int end, int from) implements CborItem {

    public int length() {
      return end - from;
    }
  }

  /**
   * A text string; what it says is read when it is asked for, since most texts are only passed
   * over.
   *
   * @param from index of the first byte of its content, which ends where the item ends
   * @param message in which it stands
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares items
  record Text(int start, int end, int from, byte[] message) implements CborItem {

    /** What it says. */
    public String value() {
      return new String(message, from, end - from, StandardCharsets.UTF_8);
    }
  }

  /** An array; the list is not copied. */
  record Array(int start, int end, List<CborItem> items) implements CborItem {}

  /** A map, in the order of the wire; the list is not copied. */
  record Map(int start, int end, List<Pair> pairs) implements CborItem {

    /** The member under this number. */
    public Optional<CborItem> get(long label) {
      return pairs.stream()
          .filter(pair -> pair.label() instanceof Whole number && number.is(label))
          .map(Pair::value)
          .findFirst();
    }
  }

  /** A member of a map. */
  record Pair(CborItem label, CborItem value) {}

  /** A tagged item. */
  record Tag(int start, int end, long number, CborItem content) implements CborItem {}

  /** A simple value, such as 20 for false and 21 for true. */
  record Simple(int start, int end, int value) implements CborItem {}

  /** A floating-point number. */
  record Real(int start, int end, double value) implements CborItem {}
}
