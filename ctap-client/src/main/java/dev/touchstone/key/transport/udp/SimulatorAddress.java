package dev.touchstone.key.transport.udp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a simulator listens and where it answers, as people write it: {@code
 * udp://127.0.0.1:8111?reply=7112}.
 *
 * @param host name or literal address
 * @param port where it listens
 * @param replyPort the port on this machine to which it answers; {@link #WHERE_WE_SENT_FROM} for
 *     one that answers to whoever sent
 */
public record SimulatorAddress(String host, int port, int replyPort) {

  /** Where firmware simulators listen. */
  public static final int USUAL_PORT = 8111;

  /** Where firmware simulators answer. */
  public static final int USUAL_REPLY_PORT = 7112;

  /** Instead of a reply port: we take any that is free. */
  public static final int WHERE_WE_SENT_FROM = 0;

  private static final String SCHEME = "udp:";
  private static final Pattern REPLY = Pattern.compile("reply=(\\d{1,5})");

  /** Whether somebody means an address by this, well written or not. */
  public static boolean isMeantBy(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /**
   * Reads an address; without ports they are 8111 and 7112.
   *
   * @throws IllegalArgumentException if it is none; the message tells a person how to write one
   */
  public static SimulatorAddress parse(String text) {
    URI uri = uri(text);
    @Nullable String host = uri.getHost();
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    boolean bare =
        uri.getRawUserInfo() == null
            && uri.getRawFragment() == null
            && (uri.getRawPath() == null || uri.getRawPath().matches("/?"));
    if (!"udp".equalsIgnoreCase(uri.getScheme()) || host == null || !bare || !isPort(port)) {
      throw none(text);
    }
    return new SimulatorAddress(host.toLowerCase(Locale.ROOT), port, replyPort(text, uri));
  }

  /** The shortest way to write it. */
  public String text() {
    return "udp://%s%s%s"
        .formatted(host, ":" + port, replyPort == USUAL_REPLY_PORT ? "" : "?reply=" + replyPort);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw none(text);
    }
  }

  private static int replyPort(String text, URI uri) {
    @Nullable String query = uri.getRawQuery();
    if (query == null) {
      return USUAL_REPLY_PORT;
    }
    Matcher reply = REPLY.matcher(query);
    if (!reply.matches()) {
      throw none(text);
    }
    int port = Integer.parseInt(reply.group(1));
    if (port != WHERE_WE_SENT_FROM && !isPort(port)) {
      throw none(text);
    }
    return port;
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= 0xffff;
  }

  private static IllegalArgumentException none(String text) {
    return new IllegalArgumentException(
        "'%s' is no address of a simulator. Write udp://HOST:PORT?reply=PORT, such as udp://127.0.0.1:8111?reply=7112; reply=0 is for one that answers to whoever sent."
            .formatted(text));
  }
}
