package dev.touchstone.rp.mail.smtp;

import dev.touchstone.rp.mail.HeaderText;
import dev.touchstone.rp.mail.Sender;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A server that takes our mail.
 *
 * @param host its name, which has to stand in its certificate
 * @param port usually 587, or 465 for TLS from the first byte
 * @param security how the connection is encrypted
 * @param user empty where the server wants no login
 * @param sender whom mail is from
 * @param patience for the connection, and for each answer
 */
public record SmtpServer(
    String host, int port, Security security, String user, Sender sender, Duration patience) {

  /** Long enough for a server that looks up who sends; RFC 5321 §4.5.3.2 would wait for minutes. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How a connection is encrypted. */
  public enum Security {
    /**
     * It begins in the clear and is encrypted before anything is said (RFC 3207); never without.
     */
    STARTTLS,
    /** From the first byte on (RFC 8314 §3.3). */
    TLS,
    /** Not at all: for a server on this computer. */
    NONE;

    /** As it is stored, and written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that word. */
    public static Optional<Security> of(String word) {
      for (Security security : values()) {
        if (security.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
          return Optional.of(security);
        }
      }
      return Optional.empty();
    }

    /** The port that it usually has. */
    public int usualPort() {
      return switch (this) {
        case STARTTLS -> 587;
        case TLS -> 465;
        case NONE -> 25;
      };
    }
  }

  public SmtpServer {
    host = HeaderText.of("host", host.strip());
    user = HeaderText.of("user", user.strip());
    if (!host.matches("[A-Za-z0-9.:_-]+")) {
      throw new IllegalArgumentException(
          "'%s' is no name or address of a mail server.".formatted(host));
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 1 to 65535.");
    }
    if (security == Security.NONE && !user.isEmpty() && !isHere(host)) {
      throw new IllegalArgumentException(
          "A password is not sent to %s without encryption; choose starttls or tls."
              .formatted(host));
    }
  }

  private static boolean isHere(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
  }

  /** {@code host:port}. */
  public String place() {
    return host + ":" + port;
  }
}
