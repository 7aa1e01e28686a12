package dev.touchstone.key.largeblob;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The array of blobs that all credentials of a key share, CTAP 2.3 §6.10.2: CBOR, then the first 16
 * bytes of its SHA-256.
 *
 * @param serialized as it lies on the key
 * @param entries in its order; none if it is damaged
 * @param damage why it cannot be read, if so; §6.10.2 has a platform take it for an empty one
 */
public record LargeBlobArray(
    Bytes serialized, List<LargeBlobEntry> entries, Optional<Damage> damage) {

  private static final int CHECKSUM_LENGTH = 16;

  /** What is wrong with an array. */
  public enum Damage {
    TOO_SHORT("it is shorter than its checksum"),
    CHECKSUM("its checksum does not fit: a write was not finished, or storage has failed"),
    NOT_AN_ARRAY("its checksum fits, but what it covers is no array of entries");

    private final String words;

    Damage(String words) {
      this.words = words;
    }

    /** Half a sentence for a person. */
    public String words() {
      return words;
    }
  }

  public LargeBlobArray {
    entries = List.copyOf(entries);
  }

  /** Reads what a key sent. */
  static LargeBlobArray parse(byte[] serialized) {
    Bytes whole = Bytes.of(serialized);
    int length = serialized.length - CHECKSUM_LENGTH;
    if (length < 1) {
      return damaged(whole, Damage.TOO_SHORT);
    }
    byte[] array = Arrays.copyOf(serialized, length);
    if (!Arrays.equals(serialized, length, serialized.length, sha256(array), 0, CHECKSUM_LENGTH)) {
      return damaged(whole, Damage.CHECKSUM);
    }
    try {
      return new LargeBlobArray(whole, entries(array), Optional.empty());
    } catch (CBORException e) {
      return damaged(whole, Damage.NOT_AN_ARRAY);
    }
  }

  /** An array of these. */
  public static LargeBlobArray of(List<LargeBlobEntry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head(entries.size()));
    entries.forEach(entry -> out.writeBytes(entry.encoded().toArray()));
    byte[] array = out.toByteArray();
    out.write(sha256(array), 0, CHECKSUM_LENGTH);
    return new LargeBlobArray(Bytes.of(out.toByteArray()), entries, Optional.empty());
  }

  /** How many bytes of the key's storage it takes. */
  public int size() {
    return serialized.length();
  }

  private static LargeBlobArray damaged(Bytes serialized, Damage damage) {
    return new LargeBlobArray(serialized, List.of(), Optional.of(damage));
  }

  /** One by one, so that each is kept as it was encoded, whoever did that in whatever way. */
  private static List<LargeBlobEntry> entries(byte[] array) {
    ByteArrayInputStream in = new ByteArrayInputStream(array);
    long count = count(in);
    List<LargeBlobEntry> entries = new ArrayList<>();
    while (entries.size() < count) {
      int begin = array.length - in.available();
      CBORObject.Read(in);
      entries.add(
          new LargeBlobEntry(
              Bytes.of(Arrays.copyOfRange(array, begin, array.length - in.available()))));
    }
    if (in.available() > 0) {
      throw new CBORException("there is something behind the array");
    }
    return entries;
  }

  /** RFC 8949 §3: major type 4, in the shortest form or a longer one. */
  private static long count(ByteArrayInputStream in) {
    int first = in.read();
    int bytes =
        switch (first) {
          case 0x98 -> 1;
          case 0x99 -> 2;
          case 0x9a -> 4;
          default -> 0;
        };
    if (bytes == 0) {
      if (first < 0x80 || first > 0x97) {
        throw new CBORException("no array of a definite length");
      }
      return first & 0x1f;
    }
    long count = 0;
    for (int i = 0; i < bytes; i++) {
      int next = in.read();
      if (next < 0) {
        throw new CBORException("the length is cut off");
      }
      count = count << 8 | next;
    }
    return count;
  }

  private static byte[] head(int count) {
    if (count < 24) {
      return new byte[] {(byte) (0x80 + count)};
    }
    if (count < 0x100) {
      return new byte[] {(byte) 0x98, (byte) count};
    }
    return new byte[] {(byte) 0x99, (byte) (count >> 8), (byte) count};
  }

  private static byte[] sha256(byte[] data) {
    return Bytes.of(data).sha256().toArray();
  }
}
