package dev.touchstone.rp.ceremony.response;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON mapper of the module. The library makes a new one at each of its JSON methods, which
 * costs more than the cryptography.
 */
public final class Json {

  /** Immutable from here on, and safe for threads. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
          .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true)
          .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
          .defaultBase64Variant(Base64Variants.MODIFIED_FOR_URL)
          .build();

  private Json() {}

  /**
   * Reads a JSON object.
   *
   * @throws Unreadable if the text is none
   */
  public static ObjectNode object(String text) throws Unreadable {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Unreadable("not JSON: " + e.getOriginalMessage() + where(e.getLocation()));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new Unreadable("JSON, but not a JSON object");
  }

  /** The library knows no place where a limit of its own was passed. */
  private static String where(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
