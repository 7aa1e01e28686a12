package dev.touchstone.rp.http.tls.certificate;

/**
 * Something about a certificate that a person should know before browsers find it.
 *
 * @param fatal whether the certificate cannot be used at all
 * @param found what it is, one sentence
 * @param next what to do, one sentence
 */
public record CertificateFinding(boolean fatal, String found, String next) {

  static CertificateFinding refusal(String found, String next) {
    return new CertificateFinding(true, found, next);
  }

  static CertificateFinding warning(String found, String next) {
    return new CertificateFinding(false, found, next);
  }
}
