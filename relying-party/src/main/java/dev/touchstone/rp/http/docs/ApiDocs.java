package dev.touchstone.rp.http.docs;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * {@code GET /openapi.json}, and {@code GET /docs}: Swagger UI from the class path, without a word
 * from elsewhere.
 */
public final class ApiDocs {

  /**
   * Only what this server itself serves. Swagger UI sets styles on its elements and has pictures
   * inside its style sheet; scripts are files here too.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";

  private static final Map<String, String> OURS = Map.of("docs.js", JAVASCRIPT, "docs.css", CSS);

  private static final Map<String, String> SWAGGER_UI =
      Map.of("swagger-ui.css", CSS, "swagger-ui-bundle.js", JAVASCRIPT);

  private ApiDocs() {}

  /**
   * Registers both.
   *
   * @param conformance whether the interface for testing servers is there
   */
  public static void register(RoutesConfig routes, boolean conformance) {
    String description = ApiDescription.json(conformance);
    routes.get(
        "/openapi.json", context -> context.contentType("application/json").result(description));
    routes.get("/docs", context -> answer(context, "text/html; charset=utf-8", "docs.html"));
    OURS.forEach(
        (file, type) -> routes.get("/docs/" + file, context -> answer(context, type, file)));
    String folder = "/META-INF/resources/webjars/swagger-ui/%s/".formatted(version());
    SWAGGER_UI.forEach((file, type) ->
        routes.get("/docs/" + file, context -> answer(context, type, folder + file)));
  }

  /** Which one is on the class path. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(in);
      return Objects.requireNonNull(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read each time: few people look, and it is nearly two megabytes. */
  private static void answer(Context context, String type, String resource) {
    context
        .header(Header.CONTENT_SECURITY_POLICY, POLICY)
        .header(Header.CACHE_CONTROL, "no-cache")
        .contentType(type)
        .result(open(resource));
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(ApiDocs.class.getResourceAsStream(resource), resource);
  }
}
