package dev.touchstone.rp.http.tls.certificate;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a chain and its key as browsers will, before they do. */
final class CertificateCheck {

  /** From here on a certificate's end is told at every opportunity. */
  static final Duration SOON = Duration.ofDays(14);

  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final int SMALLEST_RSA = 2048;

  private final List<X509Certificate> chain;
  private final Optional<PrivateKey> key;

  /**
   * Judges nothing yet.
   *
   * @param key empty if only the certificates are to be judged
   */
  CertificateCheck(List<X509Certificate> chain, Optional<PrivateKey> key) {
    this.chain = chain;
    this.key = key;
  }

  /** What is to be said of the pair at this moment, the worst first. */
  List<CertificateFinding> findings(Instant now) {
    List<CertificateFinding> findings = new ArrayList<>();
    findings.addAll(ChainOrder.findings(chain, key));
    validity(findings, now);
    purpose(findings);
    strength(findings);
    return findings.stream().sorted((a, b) -> Boolean.compare(b.fatal(), a.fatal())).toList();
  }

  private void validity(List<CertificateFinding> findings, Instant now) {
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate it = chain.get(i);
      String which = i == 0 ? "It" : "Certificate %d of its chain".formatted(i + 1);
      Instant from = it.getNotBefore().toInstant();
      Instant until = it.getNotAfter().toInstant();
      if (now.isBefore(from)) {
        findings.add(
            CertificateFinding.refusal(
                "%s is not valid before %s; this computer's clock says %s."
                    .formatted(which, from, now),
                "Wait until then, or put the clock right."));
      } else if (now.isAfter(until)) {
        findings.add(
            CertificateFinding.refusal(
                "%s expired on %s.".formatted(which, until),
                "Have it renewed; this computer's clock says %s.".formatted(now)));
      } else if (i == 0 && now.plus(SOON).isAfter(until)) {
        findings.add(
            CertificateFinding.warning(
                "It expires on %s.".formatted(until), "Have it renewed now."));
      }
    }
  }

  private void purpose(List<CertificateFinding> findings) {
    X509Certificate leaf = chain.getFirst();
    if (SubjectNames.of(leaf).isEmpty()) {
      findings.add(
          CertificateFinding.warning(
              "It names no host (subjectAltName), so every browser will refuse it.",
              "Have one issued with the host's DNS name in subjectAltName."));
    }
    try {
      List<String> purposes = leaf.getExtendedKeyUsage();
      if (purposes != null && !purposes.contains(SERVER_AUTH)) {
        findings.add(
            CertificateFinding.warning(
                "It is not meant for servers (extendedKeyUsage has no serverAuth).",
                "Have one issued for TLS servers."));
      }
    } catch (CertificateParsingException e) {
      findings.add(
          CertificateFinding.warning(
              "Its extendedKeyUsage cannot be read.", "Have another one issued."));
    }
  }

  private void strength(List<CertificateFinding> findings) {
    X509Certificate leaf = chain.getFirst();
    if (leaf.getPublicKey() instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() < SMALLEST_RSA) {
      findings.add(
          CertificateFinding.warning(
              "Its RSA key has %d bits, and browsers want %d."
                  .formatted(rsa.getModulus().bitLength(), SMALLEST_RSA),
              "Have one issued for a larger key, or for an EC key."));
    }
    if (leaf.getSigAlgName().startsWith("SHA1") || leaf.getSigAlgName().startsWith("MD5")) {
      findings.add(
          CertificateFinding.warning(
              "It is signed with %s, which browsers no longer trust."
                  .formatted(leaf.getSigAlgName()),
              "Have another one issued."));
    }
  }
}
