package dev.touchstone.rp.attestation.mds;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The host names for which a certificate was issued. */
final class SignerName {

  private static final int DNS_NAME = 2;

  private SignerName() {}

  /** Its alternative names, and its common name, lower case. */
  static List<String> of(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      if (certificate.getSubjectAlternativeNames() != null) {
        for (List<?> name : certificate.getSubjectAlternativeNames()) {
          if (name.get(0).equals(DNS_NAME)) {
            names.add(String.valueOf(name.get(1)).toLowerCase(Locale.ROOT));
          }
        }
      }
      for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
        if (rdn.getType().equalsIgnoreCase("CN")) {
          names.add(String.valueOf(rdn.getValue()).toLowerCase(Locale.ROOT));
        }
      }
    } catch (CertificateParsingException | InvalidNameException e) {
      return names;
    }
    return names;
  }
}
