package dev.touchstone.app.request;

import dev.touchstone.app.advice.Failure;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type and paste as an address. What no address may hold (RFC 3986 §2) is
 * percent-encoded, as browsers do it.
 */
public final class Address {

  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?)://(?:([^/?#]*)@)?([^/?#@]+)([^#]*)(?:#.*)?", Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
  private static final String LEGAL = "-._~:/?@!$&'()*+,;=%";

  private Address() {}

  /**
   * An address and who logs in there.
   *
   * @param uri without a user and without a fragment
   * @param user {@code name:password} as it stood in the address; empty without
   */
  public record Read(URI uri, String user) {
    @Override
    public String toString() {
      return "Read " + Origin.of(uri);
    }
  }

  /**
   * Reads it.
   *
   * @throws Failure if it is none; holds no part of it that may be confidential
   */
  public static Read read(String text) throws Failure {
    Matcher parts = PARTS.matcher(text.strip());
    if (!parts.matches()) {
      throw RequestAdvice.noAddress(text.strip());
    }
    Matcher host = HOST.matcher(parts.group(3));
    if (!host.matches()) {
      throw RequestAdvice.noAddress(text.strip());
    }
    try {
      String name = host.group(1).startsWith("[") ? host.group(1) : IDN.toASCII(host.group(1));
      String port = host.group(2) == null ? "" : ":" + host.group(2);
      String rest = parts.group(4).startsWith("/") ? parts.group(4) : "/" + parts.group(4);
      URI uri = new URI(parts.group(1) + "://" + name + port + legal(rest));
      if (uri.getHost() == null || uri.getPort() > 65_535) {
        throw RequestAdvice.noAddress(text.strip());
      }
      return new Read(uri, parts.group(2) == null ? "" : parts.group(2));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw RequestAdvice.noAddress(text.strip());
    }
  }

  /** Path and query with everything encoded that may not stand there. */
  static String legal(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = c < 128 && Character.isLetterOrDigit(c);
      if (letter || LEGAL.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append("%%%02X".formatted((int) c));
      }
    }
    // a percent sign that begins no escape is one that was meant
    return encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }
}
