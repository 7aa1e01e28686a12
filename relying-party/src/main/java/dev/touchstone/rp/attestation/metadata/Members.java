package dev.touchstone.rp.attestation.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The members of a JSON object of which nothing is known for sure. A member that is of another type
 * than asked for counts as missing: one vendor's slip must not cost everybody the BLOB.
 */
record Members(JsonNode object) {

  String text(String name) {
    return optionalText(name).orElse("");
  }

  Optional<String> optionalText(String name) {
    return Optional.of(object.path(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(it -> !it.isBlank());
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(name)) {
      if (item.isTextual()) {
        texts.add(item.textValue());
      }
    }
    return texts;
  }

  /** The items of an array; none, where it is no array. */
  List<JsonNode> array(String name) {
    List<JsonNode> items = new ArrayList<>();
    if (object.path(name).isArray()) {
      object.path(name).forEach(items::add);
    }
    return items;
  }

  OptionalLong number(String name) {
    JsonNode value = object.path(name);
    return value.isIntegralNumber() && value.canConvertToLong()
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** An ISO date, such as {@code 2026-05-04}. */
  Optional<LocalDate> date(String name) {
    try {
      return optionalText(name).map(String::strip).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
