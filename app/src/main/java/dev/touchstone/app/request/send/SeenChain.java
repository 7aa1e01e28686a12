package dev.touchstone.app.request.send;

import dev.touchstone.app.remote.PinnedCertificate;
import dev.touchstone.app.request.send.TlsFacts.Trust;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Remembers the chain that a server presents, above all one that is then refused. */
final class SeenChain extends X509ExtendedTrustManager {

  private final @Nullable X509ExtendedTrustManager judge;
  private final Trust trust;
  private List<X509Certificate> chain = List.of();

  private SeenChain(@Nullable X509ExtendedTrustManager judge, Trust trust) {
    this.judge = judge;
    this.trust = trust;
  }

  /** A pin says more than an authority, and an authority more than nobody. */
  static SeenChain judging(Optional<String> pin, boolean unchecked) {
    if (pin.isPresent()) {
      return new SeenChain(PinnedCertificate.accepting(pin.get()), Trust.PINNED);
    }
    return unchecked
        ? new SeenChain(null, Trust.UNCHECKED)
        : new SeenChain(ofSystem(), Trust.SYSTEM);
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  Trust trust() {
    return trust;
  }

  List<X509Certificate> chain() {
    return chain;
  }

  private static X509ExtendedTrustManager ofSystem() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager extended) {
          return extended;
        }
      }
      throw new IllegalStateException("no trust manager for X.509");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has trust managers", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] presented, String type, Socket socket)
      throws CertificateException {
    chain = List.of(presented);
    if (judge != null) {
      judge.checkServerTrusted(presented, type, socket);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] presented, String type, SSLEngine engine)
      throws CertificateException {
    chain = List.of(presented);
    if (judge != null) {
      judge.checkServerTrusted(presented, type, engine);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] presented, String type)
      throws CertificateException {
    chain = List.of(presented);
    if (judge != null) {
      judge.checkServerTrusted(presented, type);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] presented, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("no client is expected here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] presented, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no client is expected here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] presented, String type)
      throws CertificateException {
    throw new CertificateException("no client is expected here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
