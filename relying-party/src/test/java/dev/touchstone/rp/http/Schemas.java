package dev.touchstone.rp.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds values against the schemas of our own description (JSON Schema 2020-12, as OpenAPI 3.1 has
 * it). It knows the keywords that stand there, and complains of any other.
 */
final class Schemas {

  private static final Set<String> KNOWN =
      Set.of(
          "$ref",
          "type",
          "description",
          "required",
          "properties",
          "additionalProperties",
          "items",
          "enum",
          "const",
          "pattern",
          "format",
          "maxLength",
          "minimum",
          "maximum");

  private final JsonNode description;
  private final List<String> complaints = new ArrayList<>();

  Schemas(JsonNode description) {
    this.description = description;
  }

  /** What is wrong with a value; nothing if it is as the schema says. */
  List<String> complaints(JsonNode schema, JsonNode value) {
    complaints.clear();
    check(schema, value, "");
    return List.copyOf(complaints);
  }

  /** What a reference leads to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? resolved(description.at(node.get("$ref").asText().substring(1)))
        : node;
  }

  private void check(JsonNode reference, JsonNode value, String at) {
    JsonNode schema = resolved(reference);
    require(!schema.isMissingNode(), at, "no schema at " + reference);
    schema.fieldNames().forEachRemaining(it -> require(KNOWN.contains(it), at, "keyword " + it));
    require(!schema.has("type") || isOfType(schema.get("type"), value), at, "type of " + value);
    require(!schema.has("const") || schema.get("const").equals(value), at, "const " + value);
    require(!schema.has("enum") || contains(schema.get("enum"), value), at, "enum " + value);
    if (value.isTextual()) {
      checkText(schema, value.textValue(), at);
    }
    if (value.isNumber()) {
      require(value.asLong() >= schema.path("minimum").asLong(Long.MIN_VALUE), at, "minimum");
      require(value.asLong() <= schema.path("maximum").asLong(Long.MAX_VALUE), at, "maximum");
    }
    if (value.isArray()) {
      value.forEach(it -> check(schema.path("items"), it, at + "[]"));
    }
    if (value.isObject()) {
      checkMembers(schema, value, at);
    }
  }

  private void checkText(JsonNode schema, String text, String at) {
    require(text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE), at, "maxLength");
    if (schema.has("pattern")) {
      require(Pattern.compile(schema.get("pattern").asText()).matcher(text).find(), at, "pattern");
    }
    try {
      switch (schema.path("format").asText()) {
        case "date" -> LocalDate.parse(text);
        case "date-time" -> Instant.parse(text);
        case "email" -> require(text.contains("@"), at, "email");
        case "" -> {}
        default -> require(false, at, "format " + schema.path("format"));
      }
    } catch (DateTimeException e) {
      require(false, at, "format of " + text);
    }
  }

  private void checkMembers(JsonNode schema, JsonNode value, String at) {
    schema.path("required").forEach(it -> require(value.has(it.asText()), at, "lacks " + it));
    JsonNode more = schema.path("additionalProperties");
    value
        .properties()
        .forEach(member -> {
          String place = at + "/" + member.getKey();
          if (schema.path("properties").has(member.getKey())) {
            check(schema.get("properties").get(member.getKey()), member.getValue(), place);
          } else if (more.isObject()) {
            check(more, member.getValue(), place);
          } else {
            require(more.asBoolean(!schema.has("properties")), place, "is not described");
          }
        });
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private static boolean contains(JsonNode words, JsonNode value) {
    for (JsonNode word : words) {
      if (word.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private void require(boolean condition, String at, String complaint) {
    if (!condition) {
      complaints.add("%s: %s".formatted(at.isEmpty() ? "/" : at, complaint));
    }
  }
}
