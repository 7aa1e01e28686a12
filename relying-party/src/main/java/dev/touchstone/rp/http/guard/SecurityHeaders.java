package dev.touchstone.rp.http.guard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;

/**
 * What every answer says to browsers. Routes that serve a page put their own policy in the place of
 * this one.
 */
public final class SecurityHeaders {

  /** JSON needs nothing, and nobody frames it. */
  private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** One year (RFC 6797 §6.1.1). */
  private static final String TRANSPORT_SECURITY = "max-age=31536000";

  private SecurityHeaders() {}

  /**
   * Registers it.
   *
   * @param tls whether the server speaks HTTPS
   */
  public static void register(RoutesConfig routes, boolean tls) {
    routes.before(context -> add(context, tls));
  }

  private static void add(Context context, boolean tls) {
    context
        .header(Header.CONTENT_SECURITY_POLICY, POLICY)
        .header(Header.X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(Header.X_FRAME_OPTIONS, "DENY")
        .header(Header.REFERRER_POLICY, "no-referrer")
        .header(Header.CACHE_CONTROL, "no-store");
    if (tls) {
      context.header(Header.STRICT_TRANSPORT_SECURITY, TRANSPORT_SECURITY);
    }
  }
}
