package dev.touchstone.rp.inspect;

import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.AttestationReport.Role;
import dev.touchstone.rp.attestation.CertificatePath;
import dev.touchstone.rp.attestation.CertificateText;
import dev.touchstone.rp.attestation.certificate.CertificateExtension;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;

/** X.509 certificates spelled out (RFC 5280), and the path that they make. */
final class CertificateDecoder {

  private CertificateDecoder() {}

  static Node decodeAll(Recognised.Certificates found, Context context) {
    List<Node> lines = new ArrayList<>();
    lines.addAll(path(leafFirst(found.certificates()), context));
    int number = 1;
    for (X509Certificate certificate : found.certificates()) {
      lines.add(decode("certificate " + number++, certificate));
    }
    found.damaged().forEach(sentence -> lines.add(Node.bad("damaged", "", sentence)));
    return Node.parent("certificates", String.valueOf(found.certificates().size()), lines);
  }

  /** A certificate in DER; a damaged one is a bad line. */
  static Node decode(String name, byte[] der) {
    try {
      return decode(
          name,
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException e) {
      return Node.bad(name, Bytes.hex(der), "not a certificate that can be read");
    }
  }

  static Node decode(String name, X509Certificate certificate) {
    List<Node> lines = new ArrayList<>();
    lines.add(Node.of("subject", CertificateText.name(certificate.getSubjectX500Principal())));
    lines.add(Node.of("issuer", CertificateText.name(certificate.getIssuerX500Principal())));
    lines.add(Node.of("serial number", certificate.getSerialNumber().toString(16), "hex"));
    lines.add(Node.of("valid from", certificate.getNotBefore().toInstant().toString()));
    lines.add(Node.of("valid until", certificate.getNotAfter().toInstant().toString()));
    lines.add(key(certificate.getPublicKey()));
    lines.add(Node.of("signed with", certificate.getSigAlgName()));
    lines.add(Node.of("SHA-256", CertificateText.fingerprint(certificate)));
    for (CertificateExtension extension : CertificateExtension.of(certificate)) {
      lines.add(extension(extension));
    }
    return Node.parent(name, CertificateText.name(certificate.getSubjectX500Principal()), lines);
  }

  static Node key(PublicKey key) {
    String size =
        switch (key) {
          case ECKey elliptic ->
              elliptic.getParams().getCurve().getField().getFieldSize() + " bits";
          case RSAKey rsa -> rsa.getModulus().bitLength() + " bits";
          default -> "";
        };
    return Node.of("public key", key.getAlgorithm(), size);
  }

  /** People paste bundles in either order; the leaf is the one that issued no other. */
  private static List<X509Certificate> leafFirst(List<X509Certificate> certificates) {
    List<X509Certificate> sorted = new ArrayList<>(certificates);
    certificates.stream()
        .filter(it -> certificates.stream().noneMatch(other -> issued(it, other)))
        .findFirst()
        .ifPresent(leaf -> {
          sorted.remove(leaf);
          sorted.addFirst(leaf);
        });
    return sorted;
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    return !issuer.equals(certificate)
        && issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  /** The verdict on a chain, and its certificates from the leaf to the anchor. */
  static List<Node> path(List<X509Certificate> chain, Context context) {
    CertificatePath path = CertificatePath.judge(chain, context.anchors(), context.now());
    Node verdict =
        path.trusted()
            ? Node.good("trust", path.sentence(), "")
            : Node.warning("trust", path.sentence(), "");
    return List.of(verdict, elements(path.elements()));
  }

  static Node elements(List<PathElement> elements) {
    List<Node> lines = new ArrayList<>();
    for (PathElement element : elements) {
      List<Node> details = new ArrayList<>();
      details.add(Node.of("issuer", element.issuer()));
      details.add(Node.of("validity", element.validFrom() + " to " + element.validUntil()));
      details.add(Node.of("SHA-256", element.fingerprint()));
      element.notes().forEach(note -> details.add(Node.of("note", note)));
      lines.add(
          Node.parent(
              "%d %s".formatted(lines.size() + 1, role(element.role())),
              element.subject(),
              details));
    }
    return Node.parent("certificate path", "", lines);
  }

  private static String role(Role role) {
    return switch (role) {
      case LEAF -> "leaf";
      case INTERMEDIATE -> "intermediate";
      case ANCHOR -> "trust anchor";
    };
  }

  private static Node extension(CertificateExtension extension) {
    String name = extension.name().isEmpty() ? "extension " + extension.oid() : extension.name();
    String note = extension.oid() + (extension.critical() ? ", critical" : "");
    boolean unknownCritical = extension.critical() && extension.name().isEmpty();
    return unknownCritical
        ? Node.warning(name, extension.value(), note + ", and not known here")
        : Node.of(name, extension.value(), note);
  }
}
