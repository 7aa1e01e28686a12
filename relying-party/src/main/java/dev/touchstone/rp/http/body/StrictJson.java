package dev.touchstone.rp.http.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) from strangers: UTF-8 and nothing else, each member once (I-JSON, RFC 7493
 * §2.3), nothing behind the object, and no deeper than anything that this API takes.
 */
public final class StrictJson {

  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 32;
  private static final int LONGEST_NAME = 256;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .build())
                  .build())
          .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
          .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true)
          .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
          .build();

  private StrictJson() {}

  /**
   * Reads an object.
   *
   * @throws Refused if the bytes are none
   */
  public static ObjectNode object(byte[] bytes) throws Refused {
    JsonNode node;
    try {
      node = MAPPER.readTree(utf8(bytes));
    } catch (JsonProcessingException e) {
      throw malformed(where(e.getLocation()));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw malformed("It is JSON, but no object.");
  }

  /** Without a place where a limit was passed: the library knows none then. */
  private static String where(@Nullable JsonLocation location) {
    return location == null
        ? "It is too deep, or a name or number in it is too long."
        : "It cannot be read at line %d, column %d."
            .formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String utf8(byte[] bytes) throws Refused {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("It is not UTF-8.");
    }
  }

  private static Refused malformed(String detail) {
    return new Refused(ProblemCode.MALFORMED_JSON, detail);
  }
}
