package dev.touchstone.rp.attestation;

import com.yubico.webauthn.attestation.AttestationTrustSource;
import com.yubico.webauthn.attestation.AttestationTrustSource.TrustRootsResult;
import com.yubico.webauthn.data.ByteArray;
import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.attestation.metadata.MetadataStatement;
import java.io.IOException;
import java.nio.ByteBuffer;
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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The certificates at which an attestation path may end, and the published intermediates that help
 * to get there. Immutable; each {@code plus…} makes a larger one.
 *
 * @param anchors trusted, in the order in which they were added
 * @param intermediates known but not trusted by themselves: keys of newer YubiKeys leave them out
 *     of {@code x5c}
 * @param metadata what is published of models: its roots are trusted for the model that they stand
 *     with, and for no other
 * @param complaints one sentence for each file or part of a file that could not be used
 */
public record TrustAnchors(
    List<Anchor> anchors,
    List<X509Certificate> intermediates,
    Metadata metadata,
    List<String> complaints) {

  private static final UUID NO_MODEL = new UUID(0, 0);

  /** A trusted certificate and where it came from, such as {@code the folder /etc/anchors}. */
  public record Anchor(X509Certificate certificate, String origin) {}

  public TrustAnchors {
    anchors = List.copyOf(anchors);
    intermediates = List.copyOf(intermediates);
    complaints = List.copyOf(complaints);
  }

  /** Trusts nobody. */
  public static TrustAnchors none() {
    return new TrustAnchors(List.of(), List.of(), Metadata.none(), List.of());
  }

  /** The roots under which the FIDO Alliance signs its metadata; no attestation ends there. */
  public static TrustAnchors metadataRoots() {
    PemCertificates roots = PemCertificates.resource("fido-metadata-roots.pem");
    return none()
        .plus("the roots of FIDO's metadata", roots.certificates())
        .plusComplaints(roots.complaints());
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
    return new TrustAnchors(all, intermediates, metadata, complaints);
  }

  /** Trusts whom those trust as well. */
  public TrustAnchors plusAll(TrustAnchors others) {
    List<Anchor> all = new ArrayList<>(anchors);
    all.addAll(others.anchors);
    return new TrustAnchors(all, intermediates, metadata, complaints)
        .plusIntermediates(others.intermediates)
        .plusComplaints(others.complaints);
  }

  /** Knows what these say of models, in place of what was known before. */
  public TrustAnchors withMetadata(Metadata published) {
    return new TrustAnchors(anchors, intermediates, published, complaints);
  }

  /**
   * The anchors at which attestation of one model may end: these, and the roots that the metadata
   * name for it (FIDO Metadata Statement 3.1 §3, {@code attestationRootCertificates}). A
   * certificate that stands there need not be a root: it may be the attestation certificate itself.
   *
   * @param aaguid as the authenticator tells it; all zero over U2F
   * @param chain the certificates of the statement
   */
  public TrustAnchors forModel(UUID aaguid, List<X509Certificate> chain) {
    TrustAnchors all = this;
    for (Metadata.Listed listed : metadata.of(aaguid, chain)) {
      List<X509Certificate> roots =
          listed.entry().statement().map(MetadataStatement::roots).orElse(List.of());
      all = all.plus(listed.origin(), roots.stream().filter(all::isUnknown).distinct().toList());
    }
    return all;
  }

  /** Knows these as well, without trusting them. */
  public TrustAnchors plusIntermediates(Collection<X509Certificate> certificates) {
    List<X509Certificate> all = new ArrayList<>(intermediates);
    all.addAll(certificates);
    return new TrustAnchors(anchors, all, metadata, complaints);
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
            .trustRoots(
                forModel(aaguid.map(TrustAnchors::uuid).orElse(NO_MODEL), chain)
                    .rootsFor(chain, clock))
            .enableRevocationChecking(false)
            .policyTreeValidator(policies -> true)
            .build();
  }

  /** The anchor that is exactly this certificate. */
  Optional<Anchor> anchorFor(X509Certificate certificate) {
    return anchors.stream().filter(anchor -> anchor.certificate().equals(certificate)).findFirst();
  }

  private boolean isUnknown(X509Certificate certificate) {
    return anchorFor(certificate).isEmpty();
  }

  private static UUID uuid(ByteArray aaguid) {
    ByteBuffer bytes = ByteBuffer.wrap(aaguid.getBytes());
    return bytes.remaining() == 2 * Long.BYTES
        ? new UUID(bytes.getLong(), bytes.getLong())
        : NO_MODEL;
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
    return new TrustAnchors(anchors, intermediates, metadata, all);
  }

  private static boolean isCertificateFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".pem") || name.endsWith(".crt") || name.endsWith(".cer");
  }
}
