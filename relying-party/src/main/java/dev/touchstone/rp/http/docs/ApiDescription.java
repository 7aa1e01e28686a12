package dev.touchstone.rp.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.ceremony.response.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The API in OpenAPI 3.1: what this server answers, and nothing else. */
final class ApiDescription {

  /** The tag of what is there only where somebody asked for it. */
  private static final String CONFORMANCE = "Conformance";

  private ApiDescription() {}

  /**
   * The document.
   *
   * @param conformance whether the interface for testing servers is there
   */
  static String json(boolean conformance) {
    ObjectNode description = whole();
    if (!conformance) {
      description.withObject("/paths").properties().removeIf(it -> isConformance(it.getValue()));
      description.withArray("/tags").removeIf(it -> it.path("name").asText().equals(CONFORMANCE));
    }
    return description.toString();
  }

  private static boolean isConformance(JsonNode path) {
    return path.at("/post/tags/0").asText().equals(CONFORMANCE);
  }

  private static ObjectNode whole() {
    try (InputStream in =
        Objects.requireNonNull(ApiDescription.class.getResourceAsStream("openapi.json"))) {
      return (ObjectNode) Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
