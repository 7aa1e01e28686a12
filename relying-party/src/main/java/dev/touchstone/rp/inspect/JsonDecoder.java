package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Any JSON as a tree; secrets that may be in it are not shown. */
final class JsonDecoder {

  private static final Set<String> PRIVATE_JWK =
      Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

  /** Says what a value means; empty where there is nothing to say. */
  interface Annotator {
    String note(String name, JsonNode value);
  }

  private JsonDecoder() {}

  static Node decode(String name, JsonNode json) {
    return decode(name, json, (field, value) -> "");
  }

  static Node decode(String name, JsonNode json, Annotator annotator) {
    return decode(name, json, annotator, "");
  }

  private static Node decode(String name, JsonNode json, Annotator annotator, String parent) {
    String note = annotator.note(name, json);
    if (json.isObject()) {
      return new Node(name, "", note, Node.Severity.PLAIN, members(name, json, annotator, parent));
    }
    if (json.isArray()) {
      List<Node> children = new ArrayList<>();
      for (JsonNode element : json) {
        if (children.size() == CborDecoder.MOST_CHILDREN) {
          children.add(Node.of("…", (json.size() - children.size()) + " more are not shown"));
          break;
        }
        children.add(decode("[" + children.size() + "]", element, annotator, name));
      }
      return new Node(name, children.isEmpty() ? "none" : "", note, Node.Severity.PLAIN, children);
    }
    return Node.of(name, json.asText(), note);
  }

  private static List<Node> members(
      String name, JsonNode json, Annotator annotator, String parent) {
    List<Node> children = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (children.size() == CborDecoder.MOST_CHILDREN) {
        children.add(Node.of("…", (json.size() - children.size()) + " more are not shown"));
        break;
      }
      if (json.has("kty") && PRIVATE_JWK.contains(member.getKey())) {
        children.add(
            Bytes.secret(member.getKey(), "private part of the key; treat the key as disclosed"));
      } else if (isPrfOutput(name, parent)) {
        children.add(
            Bytes.secret(member.getKey(), "output of the pseudo-random function; it is a secret"));
      } else {
        children.add(decode(member.getKey(), member.getValue(), annotator, name));
      }
    }
    return children;
  }

  /** {@code prf.results} of WebAuthn Level 3 §10.1.4, and its older name. */
  private static boolean isPrfOutput(String name, String parent) {
    return name.equals("hmacGetSecret") || (name.equals("results") && parent.equals("prf"));
  }
}
