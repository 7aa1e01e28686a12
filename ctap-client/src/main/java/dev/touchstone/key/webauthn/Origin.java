package dev.touchstone.key.webauthn;

import dev.touchstone.key.webauthn.failure.WebAuthnException.OriginRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page would come from: a secure context with a domain, WebAuthn Level 3 §5.1.3 steps 6 and
 * 7.
 *
 * @param text as it goes into the client data, RFC 6454 §6.2
 * @param domain the effective domain, in lower case and ASCII
 */
record Origin(String text, String domain) {

  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(0x[0-9a-f]*|[0-9]+)");

  static Origin parse(String text) throws OriginRefused {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw refused(text, "it is not a URL");
    }
    @Nullable String scheme = uri.getScheme();
    @Nullable String host = uri.getHost();
    if (scheme == null || host == null) {
      throw refused(text, "it has to look like https://login.example.com");
    }
    if (hasMore(uri)) {
      throw refused(text, "an origin ends after the host and port");
    }
    String domain = host.toLowerCase(Locale.ROOT);
    if (host.startsWith("[") || ENDS_IN_A_NUMBER.matcher(domain).matches()) {
      throw refused(text, "WebAuthn needs a domain, not an IP address");
    }
    if (!DOMAIN.matcher(domain).matches()) {
      throw refused(text, "its host is not a domain; write other scripts as xn-- labels");
    }
    checkScheme(text, scheme.toLowerCase(Locale.ROOT), domain);
    return new Origin(serialize(scheme.toLowerCase(Locale.ROOT), domain, uri.getPort()), domain);
  }

  private static boolean hasMore(URI uri) {
    @Nullable String path = uri.getRawPath();
    return (path != null && !path.isEmpty() && !path.equals("/"))
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null;
  }

  private static void checkScheme(String text, String scheme, String domain) throws OriginRefused {
    boolean local = domain.equals("localhost") || domain.endsWith(".localhost");
    boolean secure = scheme.equals("https") || (scheme.equals("http") && local);
    if (!secure) {
      throw refused(text, "it has to begin with https:// (http:// is for localhost only)");
    }
  }

  private static String serialize(String scheme, String domain, int port) {
    boolean usual = port == -1 || port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + domain + (usual ? "" : ":" + port);
  }

  private static OriginRefused refused(String text, String why) {
    return new OriginRefused("The origin " + text + " cannot be used: " + why + ".");
  }
}
