package dev.touchstone.rp.attestation.statement;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
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
    List<Rdn> subject = subject(leaf);
    if (texts(subject, "C").noneMatch(it -> it.length() == 2)) {
      throw Refusal.malformed("the leaf certificate's subject has no country of two letters (C)");
    }
    if (texts(subject, "O").allMatch(String::isEmpty)) {
      throw Refusal.malformed("the leaf certificate's subject has no O");
    }
    if (texts(subject, "OU").noneMatch(UNIT::equals)) {
      throw Refusal.malformed(
          "the leaf certificate's subject has not the OU \"%s\"".formatted(UNIT));
    }
    Evidence.verifyIsNoCa(leaf);
    if (texts(subject, "CN").allMatch(String::isEmpty)) {
      throw Refusal.malformedThoughOverlooked("the leaf certificate's subject has no CN");
    }
  }

  /** Of an attribute, which may be there several times; one that is no text says nothing. */
  private static Stream<String> texts(List<Rdn> subject, String attribute) {
    return subject.stream()
        .filter(it -> it.getType().equalsIgnoreCase(attribute))
        .map(Rdn::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static List<Rdn> subject(X509Certificate leaf) throws Refusal {
    try {
      return new LdapName(leaf.getSubjectX500Principal().getName()).getRdns();
    } catch (InvalidNameException e) {
      throw Refusal.malformed("the leaf certificate's subject cannot be read");
    }
  }
}
