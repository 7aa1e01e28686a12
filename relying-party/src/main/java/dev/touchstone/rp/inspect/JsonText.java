package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.OptionalInt;

/** Reads JSON strictly: one value, not too deep, no member twice, nothing after it. */
final class JsonText {

  private static final int DEEPEST = 64;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Inspector.LARGEST)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonText() {}

  /**
   * Reads text that is exactly one JSON value.
   *
   * @throws InspectionException saying where it is not
   */
  static JsonNode parse(String text) throws InspectionException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      OptionalInt offset =
          location == null ? OptionalInt.empty() : OptionalInt.of((int) location.getCharOffset());
      if (e.getOriginalMessage().startsWith("Duplicate field")) {
        throw new InspectionException(
            "This is JSON with the same member twice in one object.",
            offset,
            "Take one of them away: programs do not agree on which of the two counts.");
      }
      throw new InspectionException(
          "This begins like JSON, but is damaged or cut off: "
              + shortened(e.getOriginalMessage())
              + ".",
          offset,
          "Copy it again, from the first brace to the last.");
    }
  }

  /**
   * Jackson's own locations and advice are cut, and above all what it quotes: that may be a secret.
   */
  private static String shortened(String message) {
    String first = message.lines().findFirst().orElse("");
    return first.split(" [('\"]", 2)[0];
  }
}
