package dev.touchstone.rp.audit.address;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The address from which a request came. Anybody can write any address into a header; only what a
 * proxy of our own has added to it is believed. So the header is read from right to left, from the
 * proxy that speaks to us towards the client, for as long as the addresses are those of our
 * proxies, and the first that is none is the client's.
 *
 * <p>Only one of the two headers is read. A proxy that writes one of them passes the other on as
 * the client sent it, which must not count.
 */
public final class ForwardedAddress {

  /** Which header our proxies write. */
  public enum Header {
    /** A list of addresses, as nginx, HAProxy and most others write it. */
    X_FORWARDED_FOR("X-Forwarded-For"),
    /** RFC 7239. */
    FORWARDED("Forwarded");

    private final String field;

    Header(String field) {
      this.field = field;
    }

    /** Its name in a request. */
    public String field() {
      return field;
    }
  }

  /** Nobody sends a request through more. */
  private static final int MOST_HOPS = 32;

  private final List<AddressRange> proxies;
  private final Header header;

  /**
   * A reader of this header.
   *
   * @param proxies those whose word counts; if there are none, no header is ever read
   */
  public ForwardedAddress(List<AddressRange> proxies, Header header) {
    this.proxies = List.copyOf(proxies);
    this.header = header;
  }

  /** Whether there is a proxy whose word counts. */
  public boolean believesAnybody() {
    return !proxies.isEmpty();
  }

  /** Which header to look for in a request. */
  public Header header() {
    return header;
  }

  /**
   * The client's address.
   *
   * @param peer who opened the connection, as an address without port
   * @param values of the {@link #header}, one for each of its lines, in their order
   * @return in the form of RFC 5952; that of the last proxy whose word counts where it does not
   *     tell who spoke to it
   */
  public String of(String peer, List<String> values) {
    Optional<InetAddress> hop = address(peer);
    if (hop.isEmpty()) {
      return peer;
    }
    InetAddress client = hop.get();
    List<String> nodes = nodes(values);
    for (int i = nodes.size() - 1; i >= 0 && isProxy(client); i--) {
      Optional<InetAddress> before = Node.address(nodes.get(i));
      if (before.isEmpty()) {
        break;
      }
      client = before.get();
    }
    return InetAddresses.toAddrString(client);
  }

  private List<String> nodes(List<String> values) {
    List<String> nodes =
        switch (header) {
          case X_FORWARDED_FOR -> Node.list(values);
          case FORWARDED -> ForwardedElements.nodes(values);
        };
    return nodes.subList(Math.max(0, nodes.size() - MOST_HOPS), nodes.size());
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  private static Optional<InetAddress> address(String peer) {
    int zone = peer.indexOf('%');
    return Node.address(zone < 0 ? peer : peer.substring(0, zone));
  }
}
