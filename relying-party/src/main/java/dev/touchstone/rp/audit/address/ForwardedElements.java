package dev.touchstone.rp.audit.address;

import java.util.ArrayList;
import java.util.List;

/** The header {@code Forwarded} (RFC 7239 §4): elements, each of pairs, with quoted strings. */
final class ForwardedElements {

  private static final String FOR = "for=";

  private ForwardedElements() {}

  /** The value of {@code for} in each element; empty where there is none. */
  static List<String> nodes(List<String> values) {
    List<String> nodes = new ArrayList<>();
    for (String value : values) {
      for (String element : split(value, ',')) {
        nodes.add(node(element));
      }
    }
    return nodes;
  }

  private static String node(String element) {
    String node = "";
    for (String pair : split(element, ';')) {
      String trimmed = pair.strip();
      if (trimmed.regionMatches(true, 0, FOR, 0, FOR.length())) {
        node = unquoted(trimmed.substring(FOR.length()));
      }
    }
    return node;
  }

  /** At each of these that stands in no quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char it = text.charAt(i);
      if (it == separator && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
        continue;
      }
      part.append(it);
      if (it == '\\' && quoted && i + 1 < text.length()) {
        part.append(text.charAt(++i));
      } else if (it == '"') {
        quoted = !quoted;
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static String unquoted(String value) {
    if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
      return value;
    }
    return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
