package dev.touchstone.rp.attestation;

import dev.touchstone.rp.attestation.TrustAnchors.Anchor;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why the JDK found no path. It says only "unable to find valid certification path"; this walks
 * from the leaf upwards and stops at the first thing that is wrong.
 */
final class PathDiagnosis {

  private static final String CHANGED =
      "The certificates were changed, or do not belong together; read the attestation from the key again.";

  private final List<X509Certificate> pool;
  private final TrustAnchors known;
  private final Instant now;
  private final List<X509Certificate> path = new ArrayList<>();
  private String because = "";
  private String remedy = "";

  private PathDiagnosis(List<X509Certificate> chain, TrustAnchors known, Instant now) {
    this.known = known;
    this.now = now;
    this.pool =
        Stream.of(
                known.anchors().stream().map(Anchor::certificate),
                chain.stream(),
                known.intermediates().stream())
            .flatMap(it -> it)
            .distinct()
            .toList();
  }

  static PathDiagnosis of(List<X509Certificate> chain, TrustAnchors known, Instant now) {
    PathDiagnosis diagnosis = new PathDiagnosis(chain, known, now);
    diagnosis.climb(chain.getFirst());
    if (diagnosis.because.isEmpty()) {
      diagnosis.askValidator();
    }
    return diagnosis;
  }

  /** As far as it could be followed, the leaf first. */
  List<X509Certificate> path() {
    return List.copyOf(path);
  }

  /** A clause that goes on after "because". */
  String because() {
    return because;
  }

  /** What a person can do, one sentence. */
  String remedy() {
    return remedy;
  }

  private void climb(X509Certificate certificate) {
    path.add(certificate);
    checkValidity(certificate);
    if (known.anchorFor(certificate).isPresent()) {
      return;
    }
    if (CertificateText.isSelfIssued(certificate)) {
      found(
          "its root, certificate %s, is not among the trust anchors"
              .formatted(numbered(certificate)),
          "If you trust it, put it as a PEM file into the folder of trust anchors.");
      return;
    }
    List<X509Certificate> issuers =
        pool.stream()
            .filter(it -> it.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
            .filter(it -> !path.contains(it))
            .toList();
    if (issuers.isEmpty()) {
      found(
          "no trust anchor is known for the issuer %s"
              .formatted(CertificateText.shortName(certificate.getIssuerX500Principal())),
          "If you trust this maker, put its root certificate as a PEM file into the folder of trust anchors.");
      return;
    }
    issuers.stream()
        .filter(issuer -> signed(issuer, certificate))
        .findFirst()
        .ifPresentOrElse(
            issuer -> {
              checkMayIssue(issuer);
              climb(issuer);
            },
            () ->
                found(
                    "the signature of certificate %s was not made with the key of its issuer %s"
                        .formatted(
                            numbered(certificate),
                            CertificateText.shortName(certificate.getIssuerX500Principal())),
                    CHANGED));
  }

  private void checkValidity(X509Certificate certificate) {
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      found(
          "certificate %s expired on %s"
              .formatted(numbered(certificate), CertificateText.date(certificate.getNotAfter())),
          "Check this computer's clock; if it is right, ask the maker.");
    } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
      found(
          "certificate %s is not valid before %s"
              .formatted(numbered(certificate), CertificateText.date(certificate.getNotBefore())),
          "Check this computer's clock; if it is right, ask the maker.");
    }
  }

  private void checkMayIssue(X509Certificate issuer) {
    int allowedBelow = issuer.getBasicConstraints();
    boolean isAnchor = known.anchorFor(issuer).isPresent();
    if (allowedBelow < 0 && !isAnchor) {
      found(
          "certificate %d %s is not a CA, yet it issued certificate %d"
              .formatted(path.size() + 1, CertificateText.shortName(issuer), path.size()),
          CHANGED);
    } else if (allowedBelow >= 0 && path.size() - 1 > allowedBelow) {
      found(
          "certificate %d %s allows at most %d CA certificates below it, but there are %d"
              .formatted(
                  path.size() + 1,
                  CertificateText.shortName(issuer),
                  allowedBelow,
                  path.size() - 1),
          CHANGED);
    }
  }

  /** The first cause counts: what follows from it would only confuse. */
  private void found(String cause, String whatToDo) {
    if (because.isEmpty()) {
      because = cause;
      remedy = whatToDo;
    }
  }

  private String numbered(X509Certificate certificate) {
    return path.size() + " " + CertificateText.shortName(certificate);
  }

  private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private void askValidator() {
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.getLast(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setPolicyQualifiersRejected(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(path.subList(0, path.size() - 1)),
              parameters);
      found(
          "Java found no path, though each step of it holds", "Report this with the certificates.");
    } catch (GeneralSecurityException e) {
      found(
          "Java's path validation refuses it: " + e.getMessage(),
          "Ask the maker for a certificate that today's rules accept.");
    }
  }
}
