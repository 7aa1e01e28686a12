package dev.touchstone.rp.http.tls.acme;

import dev.touchstone.rp.http.tls.certificate.CertificateFile;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/** Any ACME server whose own certificate leads to a root that was named. */
final class TrustedProvider extends GenericAcmeProvider {

  private final SSLContext trusting;

  private TrustedProvider(SSLContext trusting) {
    this.trusting = trusting;
  }

  /**
   * Trusts the certificates in this file, and no others.
   *
   * @throws CertificateRefused if there are none
   */
  static TrustedProvider of(Path roots) throws CertificateRefused {
    List<X509Certificate> certificates = CertificateFile.read(roots);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("root-" + i, certificates.get(i));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return new TrustedProvider(context);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("certificates that were read can be trusted", e);
    }
  }

  @Override
  public HttpClient createHttpClient(NetworkSettings settings) {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(settings.getTimeout())
        .sslContext(trusting)
        .build();
  }
}
