package dev.touchstone.rp.attestation;

import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.certificate.AuthenticatorModels;
import dev.touchstone.rp.attestation.certificate.CertificateExtension;
import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.AttestationType;
import dev.touchstone.rp.attestation.statement.Refusal;
import dev.touchstone.rp.attestation.statement.StatementFormat;
import dev.touchstone.rp.attestation.statement.StatementFormat.Examined;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says of an attestation object who made the authenticator, and whether that is proven. */
public final class AttestationExplainer {

  private static final UUID NO_MODEL = new UUID(0, 0);

  private AttestationExplainer() {}

  /**
   * Explains an attestation object (WebAuthn Level 3 §6.5) as of a given time. Never throws for bad
   * bytes: the report then says what is wrong with them.
   *
   * @param attestationObject CBOR, as the client handed it over
   * @param clientDataHash SHA-256 of the client data; without it the statement's signature cannot
   *     be verified, and the sentence says so
   * @param anchors whom to trust
   * @param now at which the certificates must be valid
   */
  public static AttestationReport explain(
      byte[] attestationObject,
      Optional<byte[]> clientDataHash,
      TrustAnchors anchors,
      Instant now) {
    try {
      AttestationObject object = AttestationObject.parse(attestationObject);
      return explain(object, StatementFormat.examine(object, clientDataHash), anchors, now);
    } catch (Refusal unreadable) {
      return new AttestationReport(
          "",
          AttestationType.UNKNOWN.label(),
          NO_MODEL.toString(),
          Optional.empty(),
          false,
          untrusted(unreadable),
          List.of(),
          List.of(),
          false);
    }
  }

  /**
   * Explains an attestation whose statement was examined before, so that its signature need not be
   * verified twice.
   */
  public static AttestationReport explain(
      AttestationObject object, Examined examined, TrustAnchors anchors, Instant now) {
    List<X509Certificate> chain = examined.chain();
    UUID aaguid = object.authenticatorData().aaguid().orElse(NO_MODEL);
    List<Metadata.Listed> metadata = anchors.metadata().of(aaguid, chain);
    Optional<CertificatePath> path =
        chain.isEmpty()
            ? Optional.empty()
            : Optional.of(CertificatePath.judge(chain, anchors.forModel(aaguid, chain), now));
    boolean trusted =
        examined.refusal().isEmpty() && path.map(CertificatePath::trusted).orElse(false);
    return new AttestationReport(
        object.format(),
        examined.type().label(),
        aaguid.toString(),
        model(aaguid, chain).or(() -> described(metadata)),
        trusted,
        sentence(examined, path) + hint(examined, path, anchors, metadata),
        path.map(CertificatePath::elements).orElse(List.<PathElement>of()),
        metadata,
        chain.stream().findFirst().filter(AttestationExplainer::tellsOneKeyApart).isPresent());
  }

  private static boolean tellsOneKeyApart(X509Certificate leaf) {
    return leaf.getExtensionValue(CertificateExtension.FIDO_SERIAL) != null;
  }

  private static Optional<String> described(List<Metadata.Listed> metadata) {
    return metadata.stream().findFirst().map(listed -> listed.entry().description());
  }

  /** Over U2F a key tells no AAGUID, but its certificate may tell it, or the product. */
  private static Optional<String> model(UUID aaguid, List<X509Certificate> chain) {
    AuthenticatorModels models = AuthenticatorModels.bundled();
    Optional<X509Certificate> leaf = chain.stream().findFirst();
    return models
        .name(aaguid)
        .or(() -> leaf.flatMap(CertificateExtension::aaguid).flatMap(models::name))
        .or(() -> leaf.flatMap(CertificateExtension::yubicoDevice));
  }

  private static String sentence(Examined examined, Optional<CertificatePath> path) {
    if (examined.refusal().isPresent()) {
      return untrusted(examined.refusal().get());
    }
    String sentence =
        path.map(CertificatePath::sentence).orElseGet(() -> withoutPath(examined.type()));
    boolean somethingIsSigned = examined.type() != AttestationType.NONE;
    return examined.verified() || !somethingIsSigned
        ? sentence
        : sentence
            + " The statement's signature was not verified, because the client data is not known"
            + " here.";
  }

  /** Where the missing root may be had. */
  private static String hint(
      Examined examined,
      Optional<CertificatePath> path,
      TrustAnchors anchors,
      List<Metadata.Listed> metadata) {
    boolean helps = examined.refusal().isEmpty() && path.filter(it -> !it.trusted()).isPresent();
    if (!helps) {
      return "";
    }
    if (anchors.metadata().isEmpty()) {
      return " No metadata are kept here; those of the FIDO Alliance name the roots of most"
          + " makers.";
    }
    return metadata.isEmpty()
        ? " The metadata that are kept here do not list this model."
        : " The metadata that are kept here list this model, with other roots.";
  }

  private static String withoutPath(AttestationType type) {
    return switch (type) {
      case NONE ->
          "Untrusted because there is no attestation statement (format none): the model is only"
              + " claimed. If it matters, ask for attestation \"direct\" at registration.";
      case SELF ->
          "Untrusted because self attestation has no certificate: the credential vouches for"
              + " itself, and nobody vouches for the model. If it matters, use a key that attests"
              + " with a certificate.";
      case BASIC, ATT_CA, ANON_CA, UNKNOWN ->
          "Untrusted because the statement has no certificate. Use a key that attests with one.";
    };
  }

  private static String untrusted(Refusal refusal) {
    return "Untrusted because %s. %s".formatted(refusal.because(), refusal.remedy());
  }
}
