package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.account.Bytes;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What a packed attestation certificate must be (WebAuthn Level 3 §8.2.1). */
final class PackedCertificate {

  private static final String AAGUID_EXTENSION = "1.3.6.1.4.1.45724.1.1.4";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private PackedCertificate() {}

  /** Half a sentence for each rule that is broken. */
  static List<String> complaints(X509Certificate certificate, Bytes aaguid) {
    List<String> complaints = new ArrayList<>();
    if (certificate.getVersion() != 3) {
      complaints.add("its version is not 3");
    }
    if (subject(certificate, "C").filter(COUNTRIES::contains).isEmpty()) {
      complaints.add("its subject has no ISO 3166 country");
    }
    if (subject(certificate, "O").filter(name -> !name.isEmpty()).isEmpty()) {
      complaints.add("its subject has no organization");
    }
    if (subject(certificate, "OU").filter("Authenticator Attestation"::equals).isEmpty()) {
      complaints.add("its organizational unit is not 'Authenticator Attestation'");
    }
    if (certificate.getBasicConstraints() != -1) {
      complaints.add("it is a CA certificate");
    }
    if (!aaguidAgrees(certificate, aaguid)) {
      complaints.add("its AAGUID is not the one in the authenticator data");
    }
    return complaints;
  }

  /** The extension holds an OCTET STRING in an OCTET STRING; a key may leave it out. */
  private static boolean aaguidAgrees(X509Certificate certificate, Bytes aaguid) {
    byte[] extension = certificate.getExtensionValue(AAGUID_EXTENSION);
    return extension == null
        || Bytes.of(extension).equals(Bytes.of(new byte[] {4, 18, 4, 16}).plus(aaguid));
  }

  private static Optional<String> subject(X509Certificate certificate, String attribute) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase(attribute))
              .map(Rdn::getValue)
              .map(Object::toString)
              .findFirst();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
