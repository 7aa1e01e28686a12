package dev.touchstone.rp.audit.address;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;

/**
 * Addresses that begin with the same bits, as in {@code 10.0.0.0/8} or {@code 2001:db8::/32}; one
 * address alone is a range too.
 */
public final class AddressRange {

  private final byte[] prefix;
  private final int bits;
  private final String text;

  private AddressRange(byte[] prefix, int bits, String text) {
    this.prefix = prefix;
    this.bits = bits;
    this.text = text;
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException with a sentence for the person who wrote it
   */
  public static AddressRange parse(String text) {
    String range = text.strip();
    int slash = range.indexOf('/');
    String address = slash < 0 ? range : range.substring(0, slash);
    if (!InetAddresses.isInetAddress(address)) {
      throw new IllegalArgumentException(
          "'%s' is no address and no range of addresses; write it like 10.0.0.0/8 or 2001:db8::/32."
              .formatted(range));
    }
    byte[] prefix = InetAddresses.forString(address).getAddress();
    int most = prefix.length * Byte.SIZE;
    int bits = slash < 0 ? most : bits(range, range.substring(slash + 1), most);
    return new AddressRange(prefix, bits, range);
  }

  private static int bits(String range, String text, int most) {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException(
          "In the range '%s' the number after the slash has to be from 0 to %d."
              .formatted(range, most));
    }
    return Integer.parseInt(text);
  }

  /** Whether this address is one of them. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((bytes[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return text;
  }
}
