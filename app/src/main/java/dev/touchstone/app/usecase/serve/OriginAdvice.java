package dev.touchstone.app.usecase.serve;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What no browser will do with an RP ID, an origin and a place to listen (WebAuthn Level 3 §5.1.3
 * step 8, Secure Contexts §3.1). The server starts all the same: it may be behind a proxy, or be
 * used by other clients.
 */
final class OriginAdvice {

  /** RFC 6454 §6.2: no default port, no path, lower case. */
  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

  private OriginAdvice() {}

  /** Sentences for the person; none if a browser can do it. */
  static List<String> of(String rpId, List<String> origins, ServeWish wish, boolean tls) {
    List<String> advice = new ArrayList<>();
    origins.forEach(origin -> about(origin, rpId, advice));
    if (!tls && !wish.isLoopback()) {
      advice.add(
          "Access tokens travel unencrypted from %s: put a proxy with TLS before it, or serve with TLS."
              .formatted(wish.host()));
    }
    return List.copyOf(advice);
  }

  private static void about(String origin, String rpId, List<String> advice) {
    if (!origin.startsWith("http://") && !origin.startsWith("https://")) {
      return; // that of an app on a phone, which follows other rules
    }
    if (!ORIGIN.matcher(origin).matches() || withDefaultPort(origin)) {
      advice.add(
          "No browser calls its origin %s: an origin is scheme, host in lower case, and port unless it is the usual one."
              .formatted(origin));
      return;
    }
    String host = String.valueOf(URI.create(origin).getHost()).toLowerCase(Locale.ROOT);
    if (ADDRESS.matcher(host).matches()) {
      advice.add("Browsers have no WebAuthn at %s: an RP ID is a name.".formatted(origin));
    } else if (!host.equals(rpId) && !host.endsWith("." + rpId)) {
      advice.add(
          "Browsers at %s refuse the RP ID %s: it has to be the host or a parent domain of it, or %s has to list the origin at /.well-known/webauthn."
              .formatted(origin, rpId, rpId));
    }
    if (origin.startsWith("http://") && !local(host)) {
      advice.add("Browsers have no WebAuthn at %s: it needs https.".formatted(origin));
    }
  }

  private static boolean withDefaultPort(String origin) {
    return origin.matches("https://.*:443") || origin.matches("http://.*:80");
  }

  static boolean local(String host) {
    return host.equals("localhost") || host.endsWith(".localhost");
  }
}
