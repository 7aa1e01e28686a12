package dev.touchstone.key.trace.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads CBOR of definite lengths, as CTAP 2.3 §8 asks for. What it cannot read it refuses as a
 * whole: nobody can tell what is secret in it.
 */
public final class CborScan {

  /** CTAP 2.3 §8 allows four levels; extensions and attestation statements of others go deeper. */
  private static final int DEEPEST = 16;

  private static final int HALF = 25;
  private static final int SINGLE = 26;

  private final byte[] bytes;
  private final int limit;
  private int at;

  private CborScan(byte[] bytes, int from, int limit) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
  }

  /** That these bytes are no CBOR. */
  public static final class Unreadable extends Exception {
    public Unreadable(String message) {
      super(message);
    }
  }

  /**
   * Reads one item that ends where the bytes end.
   *
   * @param from index of its first byte
   * @param limit index behind the last byte
   */
  public static CborItem read(byte[] bytes, int from, int limit) throws Unreadable {
    CborScan scan = new CborScan(bytes, from, limit);
    CborItem item = scan.item(0);
    if (scan.at != limit) {
      throw new Unreadable((limit - scan.at) + " bytes too many");
    }
    return item;
  }

  /** Reads one item that more may stand behind. */
  public static CborItem readFirst(byte[] bytes, int from, int limit) throws Unreadable {
    return new CborScan(bytes, from, limit).item(0);
  }

  private CborItem item(int depth) throws Unreadable {
    if (depth > DEEPEST) {
      throw new Unreadable("nested too deep");
    }
    int start = at;
    int head = octet();
    int information = head & 0x1f;
    if (head >> 5 == 7) {
      return simple(start, information);
    }
    long argument = argument(information);
    return switch (head >> 5) {
      case 0 -> new CborItem.Whole(start, at, false, argument);
      case 1 -> new CborItem.Whole(start, at, true, argument);
      case 2 -> {
        int from = at;
        at += length(argument);
        yield new CborItem.Bytes(start, at, from);
      }
      case 3 -> {
        int from = at;
        at += length(argument);
        checkText(from);
        yield new CborItem.Text(start, at, from, bytes);
      }
      case 4 -> {
        int count = length(argument);
        List<CborItem> items = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
          items.add(item(depth + 1));
        }
        yield new CborItem.Array(start, at, Collections.unmodifiableList(items));
      }
      case 5 -> {
        int count = length(argument);
        List<CborItem.Pair> pairs = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
          pairs.add(new CborItem.Pair(item(depth + 1), item(depth + 1)));
        }
        yield new CborItem.Map(start, at, Collections.unmodifiableList(pairs));
      }
      default -> {
        CborItem content = item(depth + 1);
        yield new CborItem.Tag(start, at, argument, content);
      }
    };
  }

  private CborItem simple(int start, int information) throws Unreadable {
    if (information < 24) {
      return new CborItem.Simple(start, at, information);
    }
    long argument = argument(information);
    return switch (information) {
      case 24 -> new CborItem.Simple(start, at, (int) argument);
      case HALF -> new CborItem.Real(start, at, Float.float16ToFloat((short) argument));
      case SINGLE -> new CborItem.Real(start, at, Float.intBitsToFloat((int) argument));
      default -> new CborItem.Real(start, at, Double.longBitsToDouble(argument));
    };
  }

  private int octet() throws Unreadable {
    if (at >= limit) {
      throw new Unreadable("it ends in the middle");
    }
    return bytes[at++] & 0xff;
  }

  private long argument(int information) throws Unreadable {
    if (information < 24) {
      return information;
    }
    if (information > 27) {
      throw new Unreadable("a length that is not definite");
    }
    long argument = 0;
    for (int i = 1 << (information - 24); i > 0; i--) {
      argument = argument << 8 | octet();
    }
    return argument;
  }

  /** Each item takes a byte at least, so that a count beyond the end is a lie. */
  private int length(long argument) throws Unreadable {
    if (argument < 0 || argument > limit - at) {
      throw new Unreadable("a length beyond the end");
    }
    return (int) argument;
  }

  /** Most texts are ASCII, which takes no decoder to see. */
  private void checkText(int from) throws Unreadable {
    for (int i = from; i < at; i++) {
      if (bytes[i] < 0) {
        decode(from);
        return;
      }
    }
  }

  private void decode(int from) throws Unreadable {
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, at - from));
    } catch (CharacterCodingException e) {
      throw new Unreadable("a text that is not UTF-8");
    }
  }
}
