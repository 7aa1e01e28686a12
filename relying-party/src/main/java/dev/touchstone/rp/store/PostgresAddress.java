package dev.touchstone.rp.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A PostgreSQL database, written {@code postgresql://user@host:port/name?sslmode=verify-full}.
 *
 * @param host a name or an address
 * @param port usually 5432
 * @param name of the database
 * @param user who connects
 * @param parameters how TLS is used: {@code sslmode}, {@code sslrootcert}, {@code sslcert}, {@code
 *     sslkey}, as in libpq
 */
public record PostgresAddress(
    String host, int port, String name, String user, Map<String, String> parameters) {

  private static final int USUAL_PORT = 5432;
  private static final Set<String> PARAMETERS =
      Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");
  private static final Set<String> TLS_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  public PostgresAddress {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if it is none of this kind; the message says what is wrong and
   *     repeats no password
   */
  public static PostgresAddress parse(String text) {
    URI uri = uri(text);
    String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    if (user.contains(":")) {
      throw new IllegalArgumentException(
          "a database URL holds no password; take it out and name a file with"
              + " database.password-file, or set TOUCHSTONE_DATABASE_PASSWORD");
    }
    String name = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (uri.getHost() == null || user.isEmpty() || name.isEmpty() || name.contains("/")) {
      throw new IllegalArgumentException(
          "a database URL is written postgresql://user@host:5432/name");
    }
    return new PostgresAddress(
        uri.getHost().replaceAll("^\\[|]$", ""),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        name,
        URLDecoder.decode(user, StandardCharsets.UTF_8),
        parameters(uri.getRawQuery()));
  }

  /** Whether a text is meant to be such a URL. */
  public static boolean isMeantBy(String text) {
    return text.startsWith("postgresql://") || text.startsWith("postgres://");
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text.strip());
      if (isMeantBy(text.strip())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // the cause would repeat the text, and with it a password that should not be there
    }
    throw new IllegalArgumentException(
        "a database URL is written postgresql://user@host:5432/name");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      if (!PARAMETERS.contains(parts[0])) {
        throw new IllegalArgumentException(
            "a database URL takes sslmode, sslrootcert, sslcert and sslkey, and not '%s'"
                .formatted(parts[0]));
      }
      if (parts[0].equals("sslmode") && !TLS_MODES.contains(value)) {
        throw new IllegalArgumentException(
            "sslmode is disable, allow, prefer, require, verify-ca or verify-full, and not '%s'"
                .formatted(value));
      }
      parameters.put(parts[0], value);
    }
    return parameters;
  }

  /** Whether the server is on this computer, where nobody listens in between. */
  public boolean isLocal() {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }

  /** Whether the connection proves to whom it leads. */
  public boolean isVerified() {
    return parameters.getOrDefault("sslmode", "").equals("verify-full");
  }

  /** Host and port, as they go into a sentence. */
  public String server() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** The URL without its parameters. */
  @Override
  public String toString() {
    return "postgresql://%s@%s/%s".formatted(user, server(), name);
  }
}
