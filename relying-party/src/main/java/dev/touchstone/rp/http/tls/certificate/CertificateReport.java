package dev.touchstone.rp.http.tls.certificate;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate is, and whether a server can use it.
 *
 * @param chain as it stands in the file
 * @param withKey whether its private key was looked at as well
 * @param findings what is to be said of it, the worst first
 */
public record CertificateReport(
    List<X509Certificate> chain, boolean withKey, List<CertificateFinding> findings) {

  public CertificateReport {
    chain = List.copyOf(chain);
    findings = List.copyOf(findings);
  }

  /**
   * Reads the files and judges what is in them; nothing is kept.
   *
   * @param key empty to judge the certificates alone
   * @throws CertificateRefused if a file cannot be read at all
   */
  public static CertificateReport of(
      Path certificate, Optional<Path> key, Passphrase passphrase, Instant now)
      throws CertificateRefused {
    List<X509Certificate> chain = CertificateFile.read(certificate);
    Optional<PrivateKey> privateKey = Optional.empty();
    if (key.isPresent()) {
      privateKey = Optional.of(PrivateKeyFile.read(key.get(), passphrase));
    }
    return new CertificateReport(
        chain, key.isPresent(), new CertificateCheck(chain, privateKey).findings(now));
  }

  /** Whether a server can use it now. */
  public boolean usable() {
    return findings.stream().noneMatch(CertificateFinding::fatal);
  }

  /** The hosts for which a certificate is good. */
  public static List<String> names(X509Certificate certificate) {
    return SubjectNames.of(certificate);
  }

  /** Such as {@code EC, 256 bits}. */
  public static String keyKind(X509Certificate certificate) {
    PublicKey key = certificate.getPublicKey();
    return switch (key) {
      case RSAPublicKey rsa -> "RSA, %d bits".formatted(rsa.getModulus().bitLength());
      case ECPublicKey curve ->
          "EC, %d bits".formatted(curve.getParams().getCurve().getField().getFieldSize());
      default -> key.getAlgorithm();
    };
  }
}
