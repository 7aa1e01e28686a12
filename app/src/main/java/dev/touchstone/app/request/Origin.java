package dev.touchstone.app.request;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port of a server (RFC 6454 §4).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port never absent
 */
public record Origin(String scheme, String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Of an absolute address. */
  public static Origin of(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? HTTPS : HTTP;
    int port = address.getPort() < 0 ? usual : address.getPort();
    return new Origin(scheme, address.getHost().toLowerCase(Locale.ROOT), port);
  }

  public boolean isEncrypted() {
    return scheme.equals("https");
  }

  /** Whether it is this computer. */
  public boolean isLocal() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.startsWith("127.");
  }

  /** The host and, unless it is the usual one, the port, as the header {@code Host} has them. */
  public String authority() {
    return port == (isEncrypted() ? HTTPS : HTTP) ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    return scheme + "://" + authority();
  }
}
