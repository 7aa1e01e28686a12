package dev.touchstone.rp.http.guard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What every answer says to browsers. Routes that serve a page put their own policy in the place of
 * this one.
 */
public final class SecurityHeaders {

  /** JSON needs nothing, and nobody frames it. */
  private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** One year (RFC 6797 §6.1.1). */
  private static final String TRANSPORT_SECURITY = "max-age=31536000";

  private static final Map<String, String> ALWAYS =
      Map.of(
          Header.CONTENT_SECURITY_POLICY, POLICY,
          Header.X_CONTENT_TYPE_OPTIONS, "nosniff",
          Header.X_FRAME_OPTIONS, "DENY",
          Header.REFERRER_POLICY, "no-referrer",
          Header.CACHE_CONTROL, "no-store");

  private SecurityHeaders() {}

  /**
   * Says it where no route does.
   *
   * @param answer takes name and value
   */
  public static void tell(BiConsumer<String, String> answer) {
    ALWAYS.forEach(answer);
  }

  /**
   * Registers it.
   *
   * @param tls whether the server speaks HTTPS
   */
  public static void register(RoutesConfig routes, boolean tls) {
    routes.before(context -> add(context, tls));
  }

  private static void add(Context context, boolean tls) {
    ALWAYS.forEach(context::header);
    if (tls) {
      context.header(Header.STRICT_TRANSPORT_SECURITY, TRANSPORT_SECURITY);
    }
  }
}
