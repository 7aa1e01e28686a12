package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that both kinds of response have.
 *
 * @param json the whole response
 */
record ResponseFields(JsonNode json) {

  /** {@code response}; older shapes have its fields at the top. */
  JsonNode response() {
    return json.has("response") ? json.path("response") : json;
  }

  /** Bytes in a field, written in whatever way; empty where it is absent or unreadable. */
  Optional<byte[]> bytes(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    if (value.isObject()) {
      return Readings.of("[" + join(value) + "]").stream().findFirst().map(Reading::bytes);
    }
    String text = value.isArray() ? value.toString() : value.asText();
    List<Reading> readings = Readings.of(text);
    // a field of a response is base64url by the specification, even where it could be hex
    return readings.stream()
        .filter(it -> !it.encoding().equals("hex"))
        .findFirst()
        .or(() -> readings.stream().findFirst())
        .map(Reading::bytes);
  }

  Optional<byte[]> clientData() {
    return bytes(response(), "clientDataJSON");
  }

  Optional<byte[]> clientDataHash() {
    return clientData().map(ResponseFields::sha256);
  }

  /** The client data as JSON, if it is that. */
  Optional<JsonNode> clientDataJson() {
    return clientData()
        .flatMap(bytes -> {
          try {
            return Optional.of(
                JsonText.parse(withoutBom(new String(bytes, StandardCharsets.UTF_8))));
          } catch (InspectionException e) {
            return Optional.empty();
          }
        });
  }

  /** RP ID candidates from the origin. */
  RpIdNames names() {
    return clientDataJson()
        .map(it -> RpIdNames.wellKnown().withOrigin(it.path("origin").asText()))
        .orElse(RpIdNames.wellKnown());
  }

  /** The client data as a line; {@code expectedType} is compared with what it says. */
  Node clientDataNode(String expectedType) {
    if (response().path("clientDataJSON").isMissingNode()) {
      return Node.bad("clientDataJSON", "", "is missing");
    }
    Optional<JsonNode> clientData = clientDataJson();
    if (clientData.isEmpty()) {
      return Node.bad(
          "clientDataJSON", response().path("clientDataJSON").asText(), "is not base64url of JSON");
    }
    Node tree = ClientDataDecoder.decode(clientData.get()).named("clientDataJSON");
    String type = clientData.get().path("type").asText();
    if (type.equals(expectedType)) {
      return tree;
    }
    List<Node> lines = new ArrayList<>(tree.children());
    lines.add(Node.bad("type", type, "should be " + expectedType));
    return Node.parent(tree.name(), tree.value(), lines);
  }

  /** Everything outside {@code response}, and what of it the caller does not decode itself. */
  List<Node> others() {
    List<Node> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!member.getKey().equals("response") && json.has("response")) {
        lines.add(JsonDecoder.decode(member.getKey(), member.getValue()));
      }
    }
    return lines;
  }

  /** The credential id of the response. */
  Optional<byte[]> id() {
    return bytes(json, "rawId").or(() -> bytes(json, "id"));
  }

  private static String join(JsonNode numbered) {
    List<String> numbers = new ArrayList<>();
    numbered.forEach(number -> numbers.add(number.asText()));
    return String.join(",", numbers);
  }

  private static String withoutBom(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
