package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of DER (X.690): just enough for certificate extensions.
 *
 * @param tag the tag number, whatever its class
 * @param content the bytes inside
 */
record Der(int tag, Bytes content) {

  /** The one element that these bytes are. */
  static Der only(Bytes bytes) throws Unreadable {
    List<Der> all = all(bytes);
    if (all.size() != 1) {
      throw new Unreadable("the extension is not one DER element");
    }
    return all.getFirst();
  }

  /** The elements inside. */
  List<Der> children() throws Unreadable {
    return all(content);
  }

  private static List<Der> all(Bytes bytes) throws Unreadable {
    try {
      List<Der> elements = new ArrayList<>();
      int position = 0;
      while (position < bytes.length()) {
        int tag = bytes.at(position++) & 0x1f;
        if (tag == 0x1f) {
          tag = 0;
          int octet;
          do {
            octet = bytes.at(position++);
            tag = tag << 7 | (octet & 0x7f);
          } while (octet > 0x7f);
        }
        int length = bytes.at(position++);
        if (length > 0x7f) {
          int octets = length & 0x7f;
          length = 0;
          for (int i = 0; i < octets; i++) {
            length = length << 8 | bytes.at(position++);
          }
        }
        elements.add(new Der(tag, bytes.slice(position, Math.addExact(position, length))));
        position += length;
      }
      return elements;
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw new Unreadable("the extension is not DER");
    }
  }
}
