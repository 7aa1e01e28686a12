package dev.touchstone.rp.attestation;

import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.AttestationReport.Role;
import dev.touchstone.rp.attestation.TrustAnchors.Anchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate chain judged against trust anchors.
 *
 * @param trusted whether it ends at one, by the JDK's word (RFC 5280 §6)
 * @param sentence "Trusted: …" or "Untrusted because …"
 * @param elements the leaf first, as far as the path is known
 * @param certificates the same as they are
 */
public record CertificatePath(
    boolean trusted,
    String sentence,
    List<PathElement> elements,
    List<X509Certificate> certificates) {

  public CertificatePath {
    elements = List.copyOf(elements);
    certificates = List.copyOf(certificates);
  }

  /**
   * Judges a chain.
   *
   * @param chain the leaf first, in any order after it; not empty
   */
  public static CertificatePath judge(
      List<X509Certificate> chain, TrustAnchors known, Instant now) {
    Optional<PkixPath> path = PkixPath.build(chain, known, now);
    if (path.isEmpty()) {
      PathDiagnosis diagnosis = PathDiagnosis.of(chain, known, now);
      return new CertificatePath(
          false,
          "Untrusted because %s. %s".formatted(diagnosis.because(), diagnosis.remedy()),
          elements(diagnosis.path(), known, now),
          diagnosis.path());
    }
    Anchor anchor = path.get().anchor();
    String sentence =
        "Trusted: the certificate %s leads to the trust anchor %s (%s)."
            .formatted(
                CertificateText.shortName(chain.getFirst()),
                CertificateText.shortName(anchor.certificate()),
                anchor.origin());
    List<X509Certificate> certificates = path.get().withAnchor();
    return new CertificatePath(true, sentence, elements(certificates, known, now), certificates);
  }

  private static List<PathElement> elements(
      List<X509Certificate> path, TrustAnchors known, Instant now) {
    List<PathElement> elements = new ArrayList<>();
    for (X509Certificate certificate : path) {
      elements.add(CertificateText.element(certificate, role(certificate, elements, known), now));
    }
    return elements;
  }

  private static Role role(
      X509Certificate certificate, List<PathElement> before, TrustAnchors known) {
    if (known.anchorFor(certificate).isPresent()) {
      return Role.ANCHOR;
    }
    return before.isEmpty() ? Role.LEAF : Role.INTERMEDIATE;
  }
}
