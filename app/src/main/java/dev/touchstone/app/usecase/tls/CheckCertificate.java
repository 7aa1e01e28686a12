package dev.touchstone.app.usecase.tls;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import dev.touchstone.rp.http.tls.certificate.CertificateReport;
import dev.touchstone.rp.http.tls.certificate.Passphrase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Looks whether a server can use a certificate, and what browsers will say of it. */
public final class CheckCertificate {

  private final InstantSource clock;

  CheckCertificate(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Reads the files; nothing is changed.
   *
   * @param key empty to look at the certificates alone
   * @throws Failure if a file cannot be read at all
   */
  public CertificateReport run(Path certificate, Optional<Path> key, Passphrase passphrase)
      throws Failure {
    try {
      return CertificateReport.of(certificate, key, passphrase, clock.instant());
    } catch (CertificateRefused e) {
      throw TlsAdvice.failure(e);
    }
  }
}
