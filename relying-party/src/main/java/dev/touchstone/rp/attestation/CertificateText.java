package dev.touchstone.rp.attestation;

import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.AttestationReport.Role;
import dev.touchstone.rp.attestation.certificate.CertificateExtension;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Certificates as a person reads them. */
public final class CertificateText {

  /** Extensions that help a verifier, but tell a person nothing. */
  private static final Set<String> UNTOLD =
      Set.of(
          "2.5.29.14",
          "2.5.29.35",
          "2.5.29.31",
          "2.5.29.32",
          "1.3.6.1.5.5.7.1.1",
          "1.3.6.1.4.1.11129.2.4.2");

  private CertificateText() {}

  /** One certificate of a path with everything worth telling about it. */
  static PathElement element(X509Certificate certificate, Role role, Instant now) {
    return new PathElement(
        name(certificate.getSubjectX500Principal()),
        name(certificate.getIssuerX500Principal()),
        date(certificate.getNotBefore()).toString(),
        date(certificate.getNotAfter()).toString(),
        fingerprint(certificate),
        role,
        notes(certificate, now));
  }

  /** SHA-256 of the whole certificate, hex. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("A certificate that was decoded can be encoded.", e);
    }
  }

  /** The same of a certificate in base64; empty where it is none. */
  public static Optional<String> fingerprintOfBase64(String certificate) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(certificate);
      return Optional.of(
          fingerprint(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(der))));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A distinguished name, most specific part first. */
  public static String name(X500Principal principal) {
    return principal.getName().isEmpty() ? "(empty)" : principal.toString();
  }

  /** The common name, in quotes; the whole name where there is none. */
  static String shortName(X509Certificate certificate) {
    return shortName(certificate.getSubjectX500Principal());
  }

  static String shortName(X500Principal principal) {
    try {
      for (Rdn rdn : new LdapName(principal.getName()).getRdns()) {
        if (rdn.getType().equalsIgnoreCase("CN")) {
          return "\"" + rdn.getValue() + "\"";
        }
      }
    } catch (InvalidNameException e) {
      return name(principal);
    }
    return name(principal);
  }

  static LocalDate date(Date date) {
    return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private static List<String> notes(X509Certificate certificate, Instant now) {
    List<String> notes = new ArrayList<>();
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      notes.add("Expired on " + date(certificate.getNotAfter()));
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      notes.add("Not valid before " + date(certificate.getNotBefore()));
    }
    if (isSelfIssued(certificate)) {
      notes.add("Self-signed");
    }
    CertificateExtension.of(certificate).stream()
        .filter(it -> !UNTOLD.contains(it.oid()))
        .map(CertificateExtension::line)
        .forEach(notes::add);
    return List.copyOf(notes);
  }
}
