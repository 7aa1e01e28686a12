package dev.touchstone.rp.attestation.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One element of DER (X.690), for the few extensions that the JDK leaves as bytes.
 *
 * <p>Every accessor answers empty where the element is not what was asked for, so that decoders
 * read as one chain and damaged input ends as "unreadable".
 */
public final class Der {

  public static final int INTEGER = 0x02;
  public static final int BIT_STRING = 0x03;
  public static final int OCTET_STRING = 0x04;
  public static final int OID = 0x06;
  public static final int SEQUENCE = 0x30;

  private final int tag;
  private final int number;
  private final byte[] content;

  private Der(int tag, int number, byte[] content) {
    this.tag = tag;
    this.number = number;
    this.content = content;
  }

  /** Bytes that are exactly one element. */
  public static Optional<Der> parse(byte[] bytes) {
    return parseAll(bytes).filter(all -> all.size() == 1).map(List::getFirst);
  }

  /** Bytes that are a row of elements. */
  private static Optional<List<Der>> parseAll(byte[] bytes) {
    List<Der> all = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int tag = bytes[at++] & 0xff;
      int number = tag & 0x1f;
      if (number == 0x1f) {
        number = 0;
        while (at < bytes.length && bytes[at] < 0) {
          number = (number << 7) | (bytes[at++] & 0x7f);
        }
        number = at < bytes.length ? (number << 7) | bytes[at] : number;
        at++;
      }
      if (at >= bytes.length) {
        return Optional.empty();
      }
      int length = bytes[at++] & 0xff;
      if (length > 0x80) {
        int octets = length - 0x80;
        if (octets > 3 || at + octets > bytes.length) {
          return Optional.empty();
        }
        length = 0;
        for (int i = 0; i < octets; i++) {
          length = (length << 8) | (bytes[at++] & 0xff);
        }
      }
      if (length > bytes.length - at) {
        return Optional.empty();
      }
      all.add(new Der(tag, number, Arrays.copyOfRange(bytes, at, at + length)));
      at += length;
    }
    return Optional.of(all);
  }

  /** The number of a context-specific tag, such as 702 for {@code [702]}. */
  public Optional<Integer> contextTag() {
    return tag >> 6 == 2 ? Optional.of(number) : Optional.empty();
  }

  /** The elements inside. */
  public Optional<List<Der>> children() {
    return parseAll(content);
  }

  /** The nth element inside, from 0. */
  public Optional<Der> child(int n) {
    return children().filter(all -> all.size() > n).map(all -> all.get(n));
  }

  /** The content octets, if the tag is the one given. */
  public Optional<byte[]> content(int expectedTag) {
    return tag == expectedTag ? Optional.of(content.clone()) : Optional.empty();
  }

  /** The content of whatever this is, as hex. */
  public String hex() {
    return HexFormat.of().formatHex(content);
  }

  /** An INTEGER or ENUMERATED that is small and not negative. */
  public Optional<Integer> small() {
    if ((tag != INTEGER && tag != 0x0a) || content.length == 0 || content.length > 3) {
      return Optional.empty();
    }
    int value = 0;
    for (byte octet : content) {
      value = (value << 8) | (octet & 0xff);
    }
    return Optional.of(value);
  }

  /** An OBJECT IDENTIFIER in dotted form. */
  public Optional<String> oid() {
    return tag == OID && content.length > 0 ? Optional.of(dotted()) : Optional.empty();
  }

  /** The content as text, whatever string type it is. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  private String dotted() {
    StringBuilder dotted = new StringBuilder();
    long arc = 0;
    for (byte octet : content) {
      arc = (arc << 7) | (octet & 0x7f);
      if (octet >= 0) {
        if (dotted.isEmpty()) {
          long first = Math.min(arc / 40, 2);
          dotted.append(first).append('.').append(arc - 40 * first);
        } else {
          dotted.append('.').append(arc);
        }
        arc = 0;
      }
    }
    return dotted.toString();
  }
}
