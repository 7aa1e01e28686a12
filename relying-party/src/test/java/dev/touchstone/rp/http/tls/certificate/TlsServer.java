package dev.touchstone.rp.http.tls.certificate;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** A server on 127.0.0.1 that speaks TLS and has nothing to say. */
final class TlsServer implements AutoCloseable {

  private final Server server = new Server();
  private final ServerConnector connector;
  private final ServerCertificate certificate;

  private TlsServer(ServerCertificate certificate) throws Exception {
    this.certificate = certificate;
    connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(certificate.contextFactory(), "http/1.1"),
            new HttpConnectionFactory());
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.start();
  }

  static TlsServer showing(CertificateFiles files) throws Exception {
    return showing(files, InstantSource.system(), _ -> {});
  }

  static TlsServer showing(
      CertificateFiles files, InstantSource clock, Consumer<CertificateEvent> events)
      throws Exception {
    return new TlsServer(ServerCertificate.open(files, clock, events));
  }

  int port() {
    return connector.getLocalPort();
  }

  ServerCertificate certificate() {
    return certificate;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("a server on 127.0.0.1 can be stopped", e);
    }
  }
}
