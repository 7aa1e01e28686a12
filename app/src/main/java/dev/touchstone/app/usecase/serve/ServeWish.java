package dev.touchstone.app.usecase.serve;

import dev.touchstone.rp.http.tls.TlsSettings;
import java.util.List;
import java.util.Optional;

/**
 * How the relying party is to be served.
 *
 * @param host a name or an address of this computer
 * @param port 0 for a free one
 * @param originsGiven whether somebody chose the origins; otherwise the server's own is added
 * @param corsOrigins pages of these origins may use the API
 * @param tls where the certificate comes from; empty for plain HTTP
 * @param manners how those who come are treated
 */
public record ServeWish(
    String host,
    int port,
    boolean originsGiven,
    List<String> corsOrigins,
    Optional<TlsSettings> tls,
    ServeManners manners) {

  public ServeWish {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /** With the usual manners. */
  public ServeWish(
      String host,
      int port,
      boolean originsGiven,
      List<String> corsOrigins,
      Optional<TlsSettings> tls) {
    this(host, port, originsGiven, corsOrigins, tls, ServeManners.USUAL);
  }

  /** Whether it listens where only this computer gets. */
  boolean isLoopback() {
    return OriginAdvice.local(host)
        || host.startsWith("127.")
        || host.equals("::1")
        || host.equals("[::1]");
  }

  /** Whether others get there: it listens for them, or a proxy leads them to it. */
  boolean othersGetThere() {
    return !isLoopback() || manners.forwarded().believesAnybody();
  }

  /** How an address of the server begins. */
  String scheme() {
    return tls.isPresent() ? "https" : "http";
  }
}
