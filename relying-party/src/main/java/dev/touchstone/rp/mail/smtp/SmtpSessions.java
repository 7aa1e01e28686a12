package dev.touchstone.rp.mail.smtp;

import dev.touchstone.rp.mail.smtp.SmtpServer.Security;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** What Angus Mail is told of a server. */
final class SmtpSessions {

  private static final String ALLOW_UTF_8 = "mail.mime.allowutf8";

  private SmtpSessions() {}

  /**
   * A session of one protocol, {@code smtp}.
   *
   * @param trust whose certificates count; empty for those of this Java
   * @param wide whether an address in it has letters beyond ASCII, which needs SMTPUTF8 (RFC 6531);
   *     not every server knows that, so names in other mail are encoded
   */
  static Session of(SmtpServer server, Optional<SSLContext> trust, boolean login, boolean wide) {
    Properties properties = new Properties();
    String millis = String.valueOf(server.patience().toMillis());
    put(properties, "connectiontimeout", millis);
    put(properties, "timeout", millis);
    put(properties, "writetimeout", millis);
    put(properties, "auth", String.valueOf(login));
    put(properties, "ssl.enable", String.valueOf(server.security() == Security.TLS));
    put(properties, "starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
    put(properties, "starttls.required", String.valueOf(server.security() == Security.STARTTLS));
    put(properties, "ssl.checkserveridentity", "true");
    put(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
    put(properties, "quitwait", "false");
    put(properties, "from", server.sender().address().value());
    boolean ascii = WideRecipient.isAscii(server.sender().address());
    properties.put(ALLOW_UTF_8, String.valueOf(wide || !ascii));
    trust.ifPresent(it -> properties.put("mail.smtp.ssl.socketFactory", it.getSocketFactory()));
    return Session.getInstance(properties);
  }

  private static void put(Properties properties, String name, String value) {
    properties.put("mail.smtp." + name, value);
  }
}
