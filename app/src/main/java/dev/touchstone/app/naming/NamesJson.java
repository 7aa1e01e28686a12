package dev.touchstone.app.naming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file's content. */
final class NamesJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private NamesJson() {}

  static String write(List<GivenName> names) {
    ObjectNode document = MAPPER.createObjectNode();
    ArrayNode keys = document.putArray("keys");
    for (GivenName it : names) {
      ObjectNode key = keys.addObject();
      it.number()
          .ifPresent(number ->
              key.putObject("serial").put("maker", number.maker()).put("number", number.number()));
      key.put("likeness", it.likeness());
      key.put("name", it.name());
      key.put("colour", it.colour().name().toLowerCase(Locale.ROOT));
    }
    return document.toPrettyString() + "\n";
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is no such content
   */
  static List<GivenName> read(String text) {
    JsonNode keys = parsed(text).path("keys");
    if (!keys.isArray()) {
      throw new IllegalArgumentException("there is no list of keys");
    }
    List<GivenName> names = new ArrayList<>();
    for (JsonNode key : keys) {
      names.add(
          new GivenName(
              number(key.path("serial")),
              key.path("likeness").asText(""),
              required(key, "name"),
              colour(key.path("colour").asText("none"))));
    }
    return names;
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static Optional<Mark.Serial> number(JsonNode serial) {
    return serial.isObject()
        ? Optional.of(new Mark.Serial(required(serial, "maker"), required(serial, "number")))
        : Optional.empty();
  }

  private static String required(JsonNode object, String member) {
    String text = object.path(member).asText("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a key has no " + member);
    }
    return text;
  }

  private static KeyColour colour(String word) {
    try {
      return KeyColour.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      // A later version may know more of them.
      return KeyColour.NONE;
    }
  }
}
