package dev.touchstone.rp.audit.syslog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A receiver.
 *
 * @param tls whether it speaks TLS
 * @param host its name or address, an IPv6 address without brackets
 * @param port its TCP port
 */
public record SyslogTarget(boolean tls, String host, int port) {

  /** RFC 6587 has none; this one is registered as syslog-conn. */
  private static final int TCP_PORT = 601;

  /** RFC 5425 §4.1. */
  private static final int TLS_PORT = 6514;

  /**
   * Reads {@code tcp://host:port} or {@code tls://host:port}.
   *
   * @throws IllegalArgumentException with a sentence for the person who wrote it
   */
  public static SyslogTarget parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw refused(text);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean plain =
        uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
    boolean noPath = uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
    boolean port = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() < 65536);
    if (uri.getHost() == null || !plain || !noPath || !port) {
      throw refused(text);
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    return switch (scheme) {
      case "tcp" -> new SyslogTarget(false, host, uri.getPort() == -1 ? TCP_PORT : uri.getPort());
      case "tls" -> new SyslogTarget(true, host, uri.getPort() == -1 ? TLS_PORT : uri.getPort());
      default -> throw refused(text);
    };
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "'%s' is no syslog receiver; write it like tls://siem.example.com:6514 or tcp://127.0.0.1:601."
            .formatted(text));
  }

  @Override
  public String toString() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return "%s://%s:%d".formatted(tls ? "tls" : "tcp", shown, port);
  }
}
