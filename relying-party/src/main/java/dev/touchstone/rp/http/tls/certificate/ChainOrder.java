package dev.touchstone.rp.http.tls.certificate;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a chain begins with the key's own certificate and goes on with each one's issuer (RFC
 * 8446 §4.4.2).
 */
final class ChainOrder {

  private static final String REPAIR =
      "Put the server's own certificate first, then each one's issuer: cat server.pem"
          + " intermediate.pem > chain.pem";

  private ChainOrder() {}

  static List<CertificateFinding> findings(List<X509Certificate> chain, Optional<PrivateKey> key) {
    List<CertificateFinding> findings = new ArrayList<>();
    if (key.isPresent() && !KeyMatch.fits(chain.getFirst().getPublicKey(), key.get())) {
      findings.add(stranger(chain, key.get()));
      return findings;
    }
    for (int i = 1; i < chain.size(); i++) {
      if (!issued(chain.get(i), chain.get(i - 1))) {
        findings.add(
            CertificateFinding.refusal(
                "The certificates are in the wrong order, or one is missing: number %d did not issue number %d."
                    .formatted(i + 1, i),
                REPAIR));
        return findings;
      }
    }
    X509Certificate last = chain.getLast();
    if (chain.size() == 1 && !issued(last, last)) {
      findings.add(
          CertificateFinding.warning(
              "It comes without its issuer, %s; who does not know that one will refuse it."
                  .formatted(last.getIssuerX500Principal().getName()),
              "Unless a root issued it, take the file with the whole chain (certbot:"
                  + " fullchain.pem)."));
    }
    return findings;
  }

  private static CertificateFinding stranger(List<X509Certificate> chain, PrivateKey key) {
    boolean further = chain.stream().skip(1).anyMatch(it -> KeyMatch.fits(it.getPublicKey(), key));
    return further
        ? CertificateFinding.refusal("Its certificates are in the wrong order.", REPAIR)
        : CertificateFinding.refusal(
            "The private key belongs to another certificate.",
            "Name the key that this certificate was issued for, or the certificate that was issued"
                + " for this key.");
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
