package dev.touchstone.rp.http.guard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.List;
import java.util.Set;

/**
 * Lets pages of other origins use the API (Fetch Standard, "CORS protocol"): those that were named,
 * compared as a whole. Cookies play no part, so credentials are never allowed.
 */
public final class CrossOrigin {

  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
  private static final String HEADERS = "authorization, content-type";

  /** Readable beside the body. */
  private static final String EXPOSED = "Location, Retry-After, WWW-Authenticate";

  /** Seconds for which a browser may remember the answer to a preflight. */
  private static final String MAX_AGE = "600";

  private final Set<String> origins;

  public CrossOrigin(List<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  /** Registers it, and the answer to preflights. */
  public void register(RoutesConfig routes) {
    routes.before(this::allow).before(this::preflight);
  }

  private void allow(Context context) {
    if (origins.isEmpty()) {
      return;
    }
    context.res().addHeader(Header.VARY, Header.ORIGIN);
    String origin = context.header(Header.ORIGIN);
    if (origin != null && origins.contains(origin)) {
      context
          .header(Header.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .header(Header.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }
  }

  /** Without the permission above, the browser takes this for a no. */
  private void preflight(Context context) {
    if (!context.method().equals(HandlerType.OPTIONS)) {
      return;
    }
    context.status(204).skipRemainingHandlers();
    if (context.res().getHeader(Header.ACCESS_CONTROL_ALLOW_ORIGIN) != null) {
      context
          .header(Header.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
          .header(Header.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
          .header(Header.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
    }
  }
}
