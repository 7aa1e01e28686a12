package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A JWT, or another JWS in compact serialization, spelled out (RFC 7519, RFC 7515). */
final class JwtDecoder {

  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]{4,}+\\.[A-Za-z0-9_-]*+\\.[A-Za-z0-9_-]*+");
  private static final Set<String> DATES = Set.of("exp", "iat", "nbf", "auth_time", "updated_at");

  private JwtDecoder() {}

  /** Three parts, the first of which is a JSON object with an algorithm. */
  static boolean isJwt(String text) {
    return COMPACT.matcher(text).matches()
        && json(text.split("\\.", -1)[0]).filter(header -> header.has("alg")).isPresent();
  }

  static Node decode(String name, String compact) {
    return decode(name, compact, "not verified: the inspector does not have the issuer's key");
  }

  /** The same, with another word on its signature. */
  static Node decode(String name, String compact, String onSignature) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      return Node.bad(name, "", "not a JWS of three parts");
    }
    List<Node> lines = new ArrayList<>();
    lines.add(json(parts[0]).map(JwtDecoder::header).orElseGet(() -> damaged("header")));
    lines.add(
        json(parts[1])
            .map(json -> JsonDecoder.decode("claims", json, JwtDecoder::note))
            .orElseGet(() -> damaged("claims")));
    lines.add(Node.warning("signature", parts[2].isEmpty() ? "none" : "present", onSignature));
    return Node.parent(name, "", lines);
  }

  private static Node header(JsonNode header) {
    Node tree = JsonDecoder.decode("header", header);
    List<Node> lines = new ArrayList<>();
    for (Node line : tree.children()) {
      lines.add(line.name().equals("x5c") ? certificates(header.path("x5c")) : line);
    }
    return Node.parent("header", "", lines);
  }

  private static Node certificates(JsonNode x5c) {
    List<Node> lines = new ArrayList<>();
    for (JsonNode encoded : x5c) {
      String name = "certificate " + (lines.size() + 1);
      try {
        lines.add(
            CertificateDecoder.decode(name, Base64.getMimeDecoder().decode(encoded.asText())));
      } catch (IllegalArgumentException e) {
        lines.add(Node.bad(name, "", "not base64"));
      }
    }
    return Node.parent("x5c", String.valueOf(lines.size()), lines);
  }

  private static String note(String name, JsonNode value) {
    if (!value.isNumber()) {
      return "";
    }
    try {
      if (name.equals("timestampMs")) {
        return Instant.ofEpochMilli(value.asLong()).toString();
      }
      return DATES.contains(name) ? Instant.ofEpochSecond(value.asLong()).toString() : "";
    } catch (DateTimeException e) {
      return "not a date";
    }
  }

  private static Optional<JsonNode> json(String part) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
      return Optional.of(JsonText.parse(text)).filter(JsonNode::isObject);
    } catch (IllegalArgumentException | InspectionException e) {
      return Optional.empty();
    }
  }

  private static Node damaged(String part) {
    return Node.bad(part, "", "not base64url of a JSON object");
  }
}
