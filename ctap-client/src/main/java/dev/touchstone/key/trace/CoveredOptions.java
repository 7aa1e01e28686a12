package dev.touchstone.key.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * The options of a relying party without what is secret in them: the inputs of {@code prf} lead to
 * keys, {@code largeBlob} carries contents. Words are covered in every extension that is not known
 * to have none.
 */
final class CoveredOptions {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String EXTENSIONS = "extensions";

  /** WebAuthn Level 3 §10.1 and CTAP 2.3 §12: extensions whose inputs are only words of choice. */
  private static final Set<String> HARMLESS =
      Set.of(
          "appid",
          "appidExclude",
          "credProps",
          "credentialProtectionPolicy",
          "enforceCredentialProtectionPolicy",
          "minPinLength");

  private CoveredOptions() {}

  /** The same as JSON; nothing at all of what is no JSON. */
  static String of(String optionsJson) {
    try {
      if (!(MAPPER.readTree(optionsJson) instanceof ObjectNode options)) {
        return "";
      }
      if (options.get(EXTENSIONS) instanceof ObjectNode extensions) {
        for (Map.Entry<String, JsonNode> extension : extensions.properties()) {
          if (!HARMLESS.contains(extension.getKey())) {
            extension.setValue(covered(extension.getValue()));
          }
        }
      }
      return options.toString();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  /** Numbers, truth values and the names of members stay; ids of credentials are such names. */
  private static JsonNode covered(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        object.properties().forEach(member -> member.setValue(covered(member.getValue())));
        yield object;
      }
      case ArrayNode array -> {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> items.add(covered(item)));
        yield items;
      }
      default ->
          value.isTextual()
              ? JsonNodeFactory.instance.textNode(
                  "(%d characters masked)".formatted(value.textValue().length()))
              : value;
    };
  }
}
