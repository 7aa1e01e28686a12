package dev.touchstone.app.request.send;

import dev.touchstone.app.remote.PinnedCertificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSession;

/**
 * What TLS agreed on.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param cipherSuite by its name in the registry of IANA
 * @param trust why the certificate was accepted
 * @param chain as the server presented it, its own first
 */
public record TlsFacts(String protocol, String cipherSuite, Trust trust, List<Link> chain) {

  /** Reasons to accept a certificate. */
  public enum Trust {
    /** An authority that this computer trusts vouches for it. */
    SYSTEM,
    /** It is the pinned one. */
    PINNED,
    /** It was not looked at. */
    UNCHECKED
  }

  /**
   * A certificate.
   *
   * @param names for which it was issued; none for an authority's
   * @param sha256 of the whole of it, 64 hex digits: what is pinned
   * @param key algorithm of its key
   */
  public record Link(
      String subject,
      String issuer,
      Instant notBefore,
      Instant notAfter,
      List<String> names,
      String sha256,
      String key) {

    static Link of(X509Certificate certificate) {
      try {
        var names = certificate.getSubjectAlternativeNames();
        return new Link(
            certificate.getSubjectX500Principal().getName(),
            certificate.getIssuerX500Principal().getName(),
            certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant(),
            names == null
                ? List.of()
                : names.stream().map(name -> String.valueOf(name.get(1))).toList(),
            PinnedCertificate.of(certificate),
            certificate.getPublicKey().getAlgorithm());
      } catch (CertificateEncodingException | CertificateParsingException e) {
        throw new IllegalStateException("a certificate that TLS has read can be read", e);
      }
    }
  }

  static TlsFacts of(SSLSession session, Trust trust, List<X509Certificate> chain) {
    return new TlsFacts(
        session.getProtocol(),
        session.getCipherSuite(),
        trust,
        chain.stream().map(Link::of).toList());
  }
}
