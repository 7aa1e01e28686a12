package dev.touchstone.rp.audit.address;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client or proxy as it is named in a header: an address, perhaps with a port. */
final class Node {

  private static final Pattern BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.]+)](:\\d{1,5})?");
  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):\\d{1,5}");

  private Node() {}

  /** Its address; empty if it is hidden, unknown or no address at all. No name is looked up. */
  static Optional<InetAddress> address(String node) {
    String text = node.strip();
    if (text.startsWith("[") || text.indexOf(':') >= 0) {
      text = withoutPort(text);
    }
    // A zone means something on one computer only.
    return text.indexOf('%') < 0 && InetAddresses.isInetAddress(text)
        ? Optional.of(InetAddresses.forString(text))
        : Optional.empty();
  }

  private static String withoutPort(String text) {
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.matches()) {
      return brackets.group(1);
    }
    Matcher withPort = WITH_PORT.matcher(text);
    return withPort.matches() ? withPort.group(1) : text;
  }

  /** The members of {@code X-Forwarded-For}; one that is left empty counts too. */
  static List<String> list(List<String> values) {
    List<String> nodes = new ArrayList<>();
    for (String value : values) {
      nodes.addAll(List.of(value.split(",", -1)));
    }
    return nodes;
  }
}
