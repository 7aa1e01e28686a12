package dev.touchstone.rp.http.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.ceremony.response.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A problem document (RFC 9457). Strangers read it: it tells nothing that they did not send.
 *
 * @param code what went wrong
 * @param detail a sentence on this very occasion; empty if there is no more to say
 * @param errors which fields are wrong
 * @param headers what else the answer has to say, such as {@code Retry-After}
 */
public record Problem(
    ProblemCode code, String detail, List<FieldError> errors, Map<String, String> headers) {

  /** The media type of {@link #json}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE = "urn:touchstone:problem:";

  /**
   * A field that is wrong.
   *
   * @param field a JSON pointer (RFC 6901), or the name of a query parameter
   * @param reason half a sentence
   */
  public record FieldError(String field, String reason) {}

  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  /** A problem about which there is nothing more to say. */
  public static Problem of(ProblemCode code) {
    return of(code, "");
  }

  /** A problem with a sentence. */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, List.of(), Map.of());
  }

  /** A field that is wrong. */
  public static Problem field(String field, String reason) {
    return new Problem(
        ProblemCode.INVALID_FIELD,
        "%s %s.".formatted(field, reason),
        List.of(new FieldError(field, reason)),
        Map.of());
  }

  /** The same with a header field in the answer. */
  public Problem with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Problem(code, detail, errors, more);
  }

  /** The document. */
  public byte[] json() {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("type", TYPE + code.word())
            .put("title", code.title())
            .put("status", code.status())
            .put("code", code.word());
    if (!detail.isEmpty()) {
      json.put("detail", detail);
    }
    if (!errors.isEmpty()) {
      ArrayNode array = json.putArray("errors");
      errors.forEach(it -> array.addObject().put("field", it.field()).put("reason", it.reason()));
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
