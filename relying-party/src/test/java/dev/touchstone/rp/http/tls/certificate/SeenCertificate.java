package dev.touchstone.rp.http.tls.certificate;

import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** What a client that trusts one root, and checks the host's name, is shown by a server. */
public final class SeenCertificate {

  private SeenCertificate() {}

  /**
   * Connects.
   *
   * @throws javax.net.ssl.SSLException if the client does not trust it for this host
   */
  public static X509Certificate at(String host, int port, X509Certificate trusted)
      throws Exception {
    try (SSLSocket socket = (SSLSocket) trusting(trusted).getSocketFactory().createSocket()) {
      socket.connect(new InetSocketAddress(host, port), 10_000);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  /** Trusts this root and nobody else. */
  public static SSLContext trusting(X509Certificate root) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", root);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), new SecureRandom());
    return context;
  }
}
