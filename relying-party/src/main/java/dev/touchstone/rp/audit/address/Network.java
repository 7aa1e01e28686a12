package dev.touchstone.rp.audit.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Which addresses count as one: whoever has an IPv6 address has the 2^64 beside it as well. */
public final class Network {

  private static final int IPV6_PREFIX_BYTES = 8;

  private Network() {}

  /** The address, or the network of an IPv6 address. */
  public static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      byte[] bytes = parsed.getAddress();
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_PREFIX_BYTES)) + "/64"
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
