package dev.touchstone.app.usecase.audit;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.SyslogSettings;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.admin.SyslogFollower;
import dev.touchstone.rp.audit.export.RowFormat;
import dev.touchstone.rp.audit.syslog.SyslogMessage;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Prepares the connection to a receiver of syslog. */
public final class SendToSyslog {

  private final RelyingParty relyingParty;

  public SendToSyslog(RelyingParty relyingParty) {
    this.relyingParty = relyingParty;
  }

  /**
   * Which receiver.
   *
   * @param to such as {@code tls://siem.example.com:6514}
   * @param authority certificates in PEM that are believed in place of the system's
   * @param format of a message
   */
  public record Request(String to, Optional<Path> authority, RowFormat format) {}

  SyslogFollower follower(Request request) throws Failure {
    SyslogTarget target;
    try {
      target = SyslogTarget.parse(request.to());
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
    return follower(new SyslogSettings(target, request.authority(), request.format()));
  }

  /**
   * What sends the trail to a receiver.
   *
   * @throws Failure if the certificates cannot be used
   */
  public SyslogFollower follower(SyslogSettings settings) throws Failure {
    SyslogMessage message =
        new SyslogMessage(hostName(), ProcessHandle.current().pid(), settings.format());
    return relyingParty
        .administration()
        .syslog(settings.target(), message, trust(settings.authority()));
  }

  private static SSLContext trust(Optional<Path> authority) throws Failure {
    try {
      if (authority.isEmpty()) {
        return SSLContext.getDefault();
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      try (InputStream in = Files.newInputStream(authority.get())) {
        for (Certificate it : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          store.setCertificateEntry("authority " + store.size(), it);
        }
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw refused(
          "The certificates in %s cannot be used.".formatted(authority.orElse(Path.of("(none)"))),
          e);
    }
  }

  private static Failure refused(String happened, Exception e) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "Nothing was sent.", "", ""), e);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
