package dev.touchstone.rp.ceremony.registration;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The country in the subject of a packed attestation certificate (WebAuthn Level 3 §8.2.1). The
 * library takes "ISO 3166 code" at its word and accepts no user-assigned code such as {@code AA},
 * which stands in the specification's own test vectors.
 */
final class CertificateCountry {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private CertificateCountry() {}

  /** The country, if it is none that exists. */
  static Optional<String> unknownIn(X509Certificate certificate) {
    return country(certificate).filter(country -> !COUNTRIES.contains(country));
  }

  private static Optional<String> country(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("C"))
              .map(Rdn::getValue)
              .map(Object::toString)
              .findFirst();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
