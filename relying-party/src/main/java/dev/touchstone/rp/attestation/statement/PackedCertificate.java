package dev.touchstone.rp.attestation.statement;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What a packed statement's leaf certificate must look like (WebAuthn Level 3 §8.2.1). */
final class PackedCertificate {

  private static final String UNIT = "Authenticator Attestation";

  private PackedCertificate() {}

  static void verify(X509Certificate leaf) throws Refusal {
    if (leaf.getVersion() != 3) {
      throw Refusal.malformed("the leaf certificate is not of X.509 version 3");
    }
    Map<String, String> subject = subject(leaf);
    if (subject.getOrDefault("C", "").length() != 2) {
      throw Refusal.malformed("the leaf certificate's subject has no country of two letters (C)");
    }
    for (String part : new String[] {"O", "CN"}) {
      if (subject.getOrDefault(part, "").isEmpty()) {
        throw Refusal.malformed("the leaf certificate's subject has no " + part);
      }
    }
    if (!subject.getOrDefault("OU", "").equals(UNIT)) {
      throw Refusal.malformed(
          "the leaf certificate's subject has not the OU \"%s\"".formatted(UNIT));
    }
    Evidence.verifyIsNoCa(leaf);
  }

  private static Map<String, String> subject(X509Certificate leaf) throws Refusal {
    Map<String, String> parts = new HashMap<>();
    try {
      for (Rdn rdn : new LdapName(leaf.getSubjectX500Principal().getName()).getRdns()) {
        parts.put(rdn.getType().toUpperCase(Locale.ROOT), String.valueOf(rdn.getValue()));
      }
    } catch (InvalidNameException e) {
      throw Refusal.malformed("the leaf certificate's subject cannot be read");
    }
    return parts;
  }
}
