package dev.touchstone.rp.attestation;

import com.yubico.webauthn.attestation.AttestationTrustSource;
import com.yubico.webauthn.attestation.AttestationTrustSource.TrustRootsResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The certificates at which an attestation path may end, and the published intermediates that help
 * to get there. Immutable; each {@code plus…} makes a larger one.
 *
 * @param anchors trusted, in the order in which they were added
 * @param intermediates known but not trusted by themselves: keys of newer YubiKeys leave them out
 *     of {@code x5c}
 * @param complaints one sentence for each file or part of a file that could not be used
 */
public record TrustAnchors(
    List<Anchor> anchors, List<X509Certificate> intermediates, List<String> complaints) {

  /** A trusted certificate and where it came from, such as {@code the folder /etc/anchors}. */
  public record Anchor(X509Certificate certificate, String origin) {}

  public TrustAnchors {
    anchors = List.copyOf(anchors);
    intermediates = List.copyOf(intermediates);
    complaints = List.copyOf(complaints);
  }

  /** Trusts nobody. */
  public static TrustAnchors none() {
    return new TrustAnchors(List.of(), List.of(), List.of());
  }

  /** Yubico's published FIDO roots and intermediates, which come with the program. */
  public static TrustAnchors bundled() {
    PemCertificates roots = PemCertificates.resource("yubico-roots.pem");
    PemCertificates intermediates = PemCertificates.resource("yubico-intermediates.pem");
    List<String> complaints = new ArrayList<>(roots.complaints());
    complaints.addAll(intermediates.complaints());
    return none()
        .plus("Yubico's published roots", roots.certificates())
        .plusIntermediates(intermediates.certificates())
        .plusComplaints(complaints);
  }

  /** Trusts these as well. */
  public TrustAnchors plus(String origin, Collection<X509Certificate> certificates) {
    List<Anchor> all = new ArrayList<>(anchors);
    certificates.forEach(certificate -> all.add(new Anchor(certificate, origin)));
    return new TrustAnchors(all, intermediates, complaints);
  }

  /** Knows these as well, without trusting them. */
  public TrustAnchors plusIntermediates(Collection<X509Certificate> certificates) {
    List<X509Certificate> all = new ArrayList<>(intermediates);
    all.addAll(certificates);
    return new TrustAnchors(anchors, all, complaints);
  }

  /**
   * Trusts every certificate in the files of this folder whose names end in {@code .pem}, {@code
   * .crt} or {@code .cer}, in the order of their names. A folder that does not exist adds nothing;
   * whatever cannot be read adds a sentence to {@link #complaints}.
   */
  public TrustAnchors plusFolder(Path folder) {
    if (!Files.exists(folder)) {
      return this;
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(TrustAnchors::isCertificateFile).sorted().toList();
    } catch (IOException e) {
      return plusComplaints(
          List.of(
              "The folder of trust anchors %s cannot be listed; check that it is a folder and that you may read it."
                  .formatted(folder)));
    }
    TrustAnchors all = this;
    for (Path file : files) {
      PemCertificates read = PemCertificates.file(file);
      all =
          all.plus("the file " + file.getFileName(), read.certificates())
              .plusComplaints(read.complaints());
    }
    return all;
  }

  /**
   * These anchors as webauthn-server-core asks for them. It never looks for intermediates outside
   * {@code x5c}, so those that issued a certificate of the chain and lead to an anchor now are
   * handed to it as roots.
   */
  public AttestationTrustSource trustSource(InstantSource clock) {
    return (chain, aaguid) ->
        TrustRootsResult.builder()
            .trustRoots(rootsFor(chain, clock))
            .enableRevocationChecking(false)
            .policyTreeValidator(policies -> true)
            .build();
  }

  /** The anchor that is exactly this certificate. */
  Optional<Anchor> anchorFor(X509Certificate certificate) {
    return anchors.stream().filter(anchor -> anchor.certificate().equals(certificate)).findFirst();
  }

  private Set<X509Certificate> rootsFor(List<X509Certificate> chain, InstantSource clock) {
    Stream<X509Certificate> leading =
        intermediates.stream()
            .filter(it -> chain.stream().anyMatch(certificate -> names(certificate, it)))
            .filter(it -> PkixPath.build(List.of(it), this, clock.instant()).isPresent());
    return Stream.concat(anchors.stream().map(Anchor::certificate), leading)
        .collect(Collectors.toSet());
  }

  private static boolean names(X509Certificate certificate, X509Certificate issuer) {
    return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
  }

  private TrustAnchors plusComplaints(List<String> more) {
    List<String> all = new ArrayList<>(complaints);
    all.addAll(more);
    return new TrustAnchors(anchors, intermediates, all);
  }

  private static boolean isCertificateFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".pem") || name.endsWith(".crt") || name.endsWith(".cer");
  }
}
