package dev.touchstone.rp.audit.export;

import com.google.common.net.InetAddresses;
import dev.touchstone.rp.audit.AuditRow;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A row in ArcSight's Common Event Format. In the header a bar and a backslash are escaped, in the
 * extension an equals sign, a backslash and line ends.
 */
final class CefLine {

  private static final String VERSION = "0.1";

  private CefLine() {}

  static String of(AuditRow row) {
    Extension extension = new Extension();
    extension
        .put("rt", String.valueOf(row.at()))
        .put("outcome", row.outcome())
        .put("suser", row.actor())
        .put("duser", row.subject());
    address(row.address(), extension);
    extension
        .put("requestClientApplication", row.agent())
        .put("reason", row.reason())
        .put("externalId", row.writer() + "/" + row.seq())
        .labelled("cs1", "credential", row.credential())
        .labelled("cs2", "detail", detail(row))
        .labelled("cs3", "hash", row.hash().hex());
    return "CEF:0|Touchstone|Touchstone|%s|%s|%s|%d|%s"
        .formatted(
            VERSION, header(row.event()), header(name(row)), severity(row.outcome()), extension);
  }

  private static void address(String address, Extension extension) {
    if (!InetAddresses.isInetAddress(address)) {
      extension.put("shost", address);
      return;
    }
    InetAddress it = InetAddresses.forString(address);
    if (it instanceof Inet6Address) {
      extension.labelled("c6a2", "Source IPv6 Address", address);
    } else {
      extension.put("src", address);
    }
  }

  private static String name(AuditRow row) {
    return row.event().replace('.', ' ').replace('-', ' ') + " " + row.outcome();
  }

  /** From 0 to 10. */
  private static int severity(String outcome) {
    return switch (outcome) {
      case "succeeded" -> 3;
      case "failed" -> 5;
      default -> 6;
    };
  }

  private static String detail(AuditRow row) {
    return new TreeMap<>(row.facts())
        .entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(" "));
  }

  private static String header(String text) {
    return oneLine(text).replace("\\", "\\\\").replace("|", "\\|");
  }

  private static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }

  /** Pairs, those without a value left out. */
  private static final class Extension {
    private final Map<String, String> pairs = new LinkedHashMap<>();

    Extension put(String key, String value) {
      if (!value.isEmpty()) {
        pairs.put(key, value);
      }
      return this;
    }

    Extension labelled(String key, String label, String value) {
      return value.isEmpty() ? this : put(key + "Label", label).put(key, value);
    }

    @Override
    public String toString() {
      return pairs.entrySet().stream()
          .map(it -> it.getKey() + "=" + escaped(it.getValue()))
          .collect(Collectors.joining(" "));
    }

    private static String escaped(String value) {
      return value
          .replace("\\", "\\\\")
          .replace("=", "\\=")
          .replace("\r", "\\r")
          .replace("\n", "\\n");
    }
  }
}
