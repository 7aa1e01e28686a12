package dev.touchstone.rp.http.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Hands out the page and what belongs to it, from memory. */
public final class WebPage {

  /**
   * Nothing but what this server itself serves, and no script or style inside the document (CSP
   * Level 3). An injected name of a user stays text.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'none'; base-uri 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'";

  private static final List<String> FILES =
      List.of(
          "page.css",
          "page.js",
          "api.js",
          "forms.js",
          "element.js",
          "address.js",
          "enrol.js",
          "mail.js",
          "otp.js",
          "tokens.js",
          "profile.js",
          "session.js",
          "visit.js",
          "webauthn.js",
          "icon.svg");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private WebPage() {}

  /** Registers {@code GET /} and {@code GET /page/…}; the API's routes are elsewhere. */
  public static void register(RoutesConfig routes) {
    serve(routes, "/", "page.html");
    FILES.forEach(file -> serve(routes, "/page/" + file, file));
  }

  private static void serve(RoutesConfig routes, String path, String file) {
    byte[] content = resource(file);
    String type = Objects.requireNonNull(TYPES.get(file.substring(file.indexOf('.') + 1)), file);
    routes.get(path, context -> answer(context, type, content));
  }

  private static void answer(Context context, String type, byte[] content) {
    context
        .header(Header.CONTENT_SECURITY_POLICY, POLICY)
        .header(Header.X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(Header.REFERRER_POLICY, "no-referrer")
        .header(Header.CACHE_CONTROL, "no-cache")
        .contentType(type)
        .result(content);
  }

  private static byte[] resource(String file) {
    try (InputStream in = Objects.requireNonNull(WebPage.class.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
