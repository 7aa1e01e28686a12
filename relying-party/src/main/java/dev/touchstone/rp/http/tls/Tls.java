package dev.touchstone.rp.http.tls;

import dev.touchstone.rp.http.tls.acme.AcmeCertificate;
import dev.touchstone.rp.http.tls.acme.AcmeSettings;
import dev.touchstone.rp.http.tls.certificate.CertificateEvent;
import dev.touchstone.rp.http.tls.certificate.CertificateFiles;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import dev.touchstone.rp.http.tls.certificate.ServerCertificate;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS of one server, from before it starts until after it has stopped.
 *
 * <pre>{@code
 * try (Tls tls = Tls.open(settings, clock, random, events)) {
 *   Javalin.create(config -> config.jetty.addConnector(
 *       (server, http) -> tls.connector(server, http, host, port)));
 *   tls.keepFresh();
 * }
 * }</pre>
 */
public final class Tls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(30);

  private final ServerCertificate certificate;
  private final Optional<AcmeCertificate> acme;
  private @Nullable Thread upkeep;

  private Tls(ServerCertificate certificate, Optional<AcmeCertificate> acme) {
    this.certificate = certificate;
    this.acme = acme;
  }

  /**
   * Reads the certificate, or gets the first one, which may take a minute.
   *
   * @param events what becomes of the certificate, from another thread
   * @throws CertificateRefused if there is none that can be used
   */
  public static Tls open(
      TlsSettings settings,
      InstantSource clock,
      SecureRandom random,
      Consumer<CertificateEvent> events)
      throws CertificateRefused {
    return switch (settings) {
      case TlsSettings.Files(CertificateFiles files) ->
          new Tls(ServerCertificate.open(files, clock, events), Optional.empty());
      case TlsSettings.Acme(AcmeSettings wished) -> acme(wished, clock, random, events);
    };
  }

  private static Tls acme(
      AcmeSettings settings,
      InstantSource clock,
      SecureRandom random,
      Consumer<CertificateEvent> events)
      throws CertificateRefused {
    AcmeCertificate acme = AcmeCertificate.open(settings, clock, random, events);
    try {
      return new Tls(ServerCertificate.open(acme.files(), clock, events), Optional.of(acme));
    } catch (CertificateRefused e) {
      acme.close();
      throw e;
    }
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

  /**
   * Renews the certificate if it is time and it is ours to renew, and takes what is new in its
   * files. What goes wrong is told to the listener.
   *
   * @throws InterruptedException if this thread is to stop
   */
  public void check() throws InterruptedException {
    if (acme.isPresent()) {
      acme.get().tick();
    }
    certificate.check();
  }

  /** Does {@link #check} every half a minute from now on, until it is closed. */
  public synchronized void keepFresh() {
    upkeep = Thread.ofVirtual().name("tls-upkeep").start(this::run);
  }

  private void run() {
    while (true) {
      try {
        Thread.sleep(BETWEEN_CHECKS);
        check();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("The server's certificate could not be looked after; trying again", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    if (upkeep != null) {
      upkeep.interrupt();
    }
    acme.ifPresent(AcmeCertificate::close);
  }
}
