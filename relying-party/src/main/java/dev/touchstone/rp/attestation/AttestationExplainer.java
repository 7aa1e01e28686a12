package dev.touchstone.rp.attestation;

import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import dev.touchstone.rp.attestation.certificate.AuthenticatorModels;
import dev.touchstone.rp.attestation.certificate.CertificateExtension;
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
          List.of());
    }
  }

  /**
   * Explains an attestation whose statement was examined before, so that its signature need not be
   * verified twice.
   */
  public static AttestationReport explain(
      AttestationObject object, Examined examined, TrustAnchors anchors, Instant now) {
    List<X509Certificate> chain = examined.chain();
    Optional<CertificatePath> path =
        chain.isEmpty()
            ? Optional.empty()
            : Optional.of(CertificatePath.judge(chain, anchors, now));
    UUID aaguid = object.authenticatorData().aaguid().orElse(NO_MODEL);
    boolean trusted =
        examined.refusal().isEmpty() && path.map(CertificatePath::trusted).orElse(false);
    return new AttestationReport(
        object.format(),
        examined.type().label(),
        aaguid.toString(),
        model(aaguid, chain),
        trusted,
        sentence(examined, path),
        path.map(CertificatePath::elements).orElse(List.<PathElement>of()));
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
            + " The statement's signature was not verified, because the client data is not known here.";
  }

  private static String withoutPath(AttestationType type) {
    return switch (type) {
      case NONE ->
          "Untrusted because there is no attestation statement (format none): the model is only claimed."
              + " If it matters, ask for attestation \"direct\" at registration.";
      case SELF ->
          "Untrusted because self attestation has no certificate: the credential vouches for itself,"
              + " and nobody vouches for the model. If it matters, use a key that attests with a certificate.";
      case BASIC, ATT_CA, ANON_CA, UNKNOWN ->
          "Untrusted because the statement has no certificate. Use a key that attests with one.";
    };
  }

  private static String untrusted(Refusal refusal) {
    return "Untrusted because %s. %s".formatted(refusal.because(), refusal.remedy());
  }
}
