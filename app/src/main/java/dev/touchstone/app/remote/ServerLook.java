package dev.touchstone.app.remote;

import dev.touchstone.app.advice.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * What can be told of a server without doing anything there.
 *
 * @param server which one
 * @param certificate the one that it presents; empty without TLS
 * @param touchstone whether it says that it is one of ours
 * @param complaint why it cannot be used as it is; empty if it can
 */
public record ServerLook(
    RemoteServer server, Optional<Presented> certificate, boolean touchstone, String complaint) {

  private static final int PATIENCE_MILLIS = 10_000;

  /**
   * A certificate that a server presents.
   *
   * @param sha256 to pin it, 64 hex digits
   * @param names for which it was issued
   */
  public record Presented(
      String subject,
      String issuer,
      Instant notBefore,
      Instant notAfter,
      List<String> names,
      String sha256) {}

  /**
   * Looks.
   *
   * @throws Failure if nobody answers at all
   */
  public static ServerLook at(RemoteServer server) throws Failure {
    Optional<Presented> certificate =
        server.address().getScheme().equals("https")
            ? Optional.of(presented(server))
            : Optional.empty();
    try (JsonLink link = new JsonLink(server)) {
      boolean ours = link.get("/health").json().path("status").isTextual();
      return new ServerLook(server, certificate, ours, "");
    } catch (Failure e) {
      return new ServerLook(server, certificate, false, e.advice().paragraph());
    }
  }

  /** Speaks TLS with whoever answers, says nothing, and hangs up. */
  private static Presented presented(RemoteServer server) throws Failure {
    int port = server.address().getPort() < 0 ? 443 : server.address().getPort();
    Seen seen = new Seen();
    try (Socket plain = new Socket()) {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {seen}, new SecureRandom());
      String host = server.address().getHost().replaceAll("[\\[\\]]", "");
      plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
        socket.startHandshake();
      }
      return seen.presented();
    } catch (IOException e) {
      throw RemoteAdvice.unreachable(server.address(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /** Only looks at the certificate; what is sent over the connection is nothing. */
  private static final class Seen implements javax.net.ssl.X509TrustManager {

    private X509Certificate[] chain = new X509Certificate[0];

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String type) {
      chain = presented.clone();
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

    Presented presented() throws CertificateException {
      X509Certificate leaf = chain[0];
      List<String> names =
          leaf.getSubjectAlternativeNames() == null
              ? List.of()
              : leaf.getSubjectAlternativeNames().stream()
                  .map(name -> String.valueOf(name.get(1)))
                  .toList();
      return new Presented(
          leaf.getSubjectX500Principal().getName(),
          leaf.getIssuerX500Principal().getName(),
          leaf.getNotBefore().toInstant(),
          leaf.getNotAfter().toInstant(),
          names,
          PinnedCertificate.of(leaf));
    }
  }
}
