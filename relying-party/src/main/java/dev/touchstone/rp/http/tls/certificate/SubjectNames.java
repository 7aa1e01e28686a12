package dev.touchstone.rp.http.tls.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * The subjectAltName of a certificate (RFC 5280 §4.2.1.6), as far as servers have it: DNS names and
 * addresses. The common name has been ignored by browsers since 2017, and by us.
 */
final class SubjectNames {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private SubjectNames() {}

  static List<String> of(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(it -> it.get(0) instanceof Integer kind && isHost(kind))
              .map(it -> String.valueOf(it.get(1)))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static boolean isHost(int kind) {
    return kind == DNS_NAME || kind == IP_ADDRESS;
  }
}
