package dev.touchstone.rp.attestation;

import dev.touchstone.rp.attestation.TrustAnchors.Anchor;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A certification path that the JDK accepts (RFC 5280 §6, without revocation).
 *
 * @param certificates from the leaf to the last before the anchor; only the anchor itself where the
 *     leaf is one
 * @param anchor where it ends
 */
record PkixPath(List<X509Certificate> certificates, Anchor anchor) {

  /**
   * Android sends five. A crowd that all signed each other would keep the path builder busy for
   * ever.
   */
  private static final int LONGEST_CHAIN = 10;

  /**
   * Looks for a path over the given chain and the known intermediates.
   *
   * @param chain the leaf first; not empty
   */
  static Optional<PkixPath> build(List<X509Certificate> chain, TrustAnchors known, Instant now) {
    X509Certificate leaf = chain.getFirst();
    Optional<Anchor> itself = known.anchorFor(leaf);
    if (itself.isPresent()) {
      return isValidAt(leaf, now)
          ? Optional.of(new PkixPath(List.of(), itself.get()))
          : Optional.empty();
    }
    if (known.anchors().isEmpty()) {
      return Optional.empty();
    }
    try {
      CertPathBuilder builder = CertPathBuilder.getInstance("PKIX");
      return Optional.of(
          of((PKIXCertPathBuilderResult) builder.build(parameters(chain, known, now)), known));
    } catch (CertPathBuilderException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no PKIX path builder.", e);
    }
  }

  /** The whole path, leaf to anchor. */
  List<X509Certificate> withAnchor() {
    List<X509Certificate> all = new ArrayList<>(certificates);
    all.add(anchor.certificate());
    return List.copyOf(all);
  }

  private static PKIXBuilderParameters parameters(
      List<X509Certificate> chain, TrustAnchors known, Instant now)
      throws GeneralSecurityException {
    Set<TrustAnchor> anchors =
        known.anchors().stream()
            .map(anchor -> new TrustAnchor(anchor.certificate(), null))
            .collect(Collectors.toSet());
    X509CertSelector leaf = new X509CertSelector();
    leaf.setCertificate(chain.getFirst());
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, leaf);
    List<X509Certificate> store = new ArrayList<>(chain.stream().limit(LONGEST_CHAIN).toList());
    store.addAll(known.intermediates());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(store)));
    parameters.setRevocationEnabled(false);
    // Microsoft's TPM certificates carry critical policies with a notice to read; there is no
    // policy to enforce.
    parameters.setPolicyQualifiersRejected(false);
    parameters.setDate(Date.from(now));
    return parameters;
  }

  private static PkixPath of(PKIXCertPathBuilderResult result, TrustAnchors known) {
    List<X509Certificate> certificates =
        result.getCertPath().getCertificates().stream().map(X509Certificate.class::cast).toList();
    X509Certificate end = result.getTrustAnchor().getTrustedCert();
    return new PkixPath(certificates, known.anchorFor(end).orElseThrow());
  }

  private static boolean isValidAt(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }
}
