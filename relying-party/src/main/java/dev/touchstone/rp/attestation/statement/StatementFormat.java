package dev.touchstone.rp.attestation.statement;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** An attestation statement format (WebAuthn Level 3 §8): one class per clause. */
public sealed interface StatementFormat
    permits PackedFormat,
        TpmFormat,
        AndroidKeyFormat,
        SafetyNetFormat,
        FidoU2fFormat,
        NoneFormat,
        AppleFormat,
        CompoundFormat,
        UnknownFormat {

  /**
   * A statement that was looked at.
   *
   * @param type what kind of proof it claims to be
   * @param chain its certificates, the leaf first; empty where it has none
   * @param verified whether the signature over authenticator data and client data was verified
   * @param refusal why it proves nothing, if so
   */
  record Examined(
      AttestationType type,
      List<X509Certificate> chain,
      boolean verified,
      Optional<Refusal> refusal) {}

  /** The type this statement claims. */
  AttestationType type(Evidence evidence);

  /** The certificates in the statement, the leaf first; empty where its kind has none. */
  List<X509Certificate> chain(Evidence evidence) throws Refusal;

  /**
   * Follows the verification procedure as far as it can without the client data hash.
   *
   * @param chain as {@link #chain} gave it
   */
  void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal;

  /** The format with this identifier. */
  static StatementFormat of(String identifier) {
    return switch (identifier) {
      case "packed" -> new PackedFormat();
      case "tpm" -> new TpmFormat();
      case "android-key" -> new AndroidKeyFormat();
      case "android-safetynet" -> new SafetyNetFormat();
      case "fido-u2f" -> new FidoU2fFormat();
      case "none" -> new NoneFormat();
      case "apple" -> new AppleFormat();
      case "compound" -> new CompoundFormat();
      default -> new UnknownFormat(identifier);
    };
  }

  /**
   * Examines the statement of an attestation object; whether its certificates lead to anybody
   * trusted is not looked at here.
   *
   * @param clientDataHash SHA-256 of the client data; without it no signature can be verified
   */
  static Examined examine(AttestationObject object, Optional<byte[]> clientDataHash) {
    return examine(object.format(), new Evidence(object, object.statement(), clientDataHash));
  }

  private static Examined examine(String identifier, Evidence evidence) {
    StatementFormat format = of(identifier);
    AttestationType type = format.type(evidence);
    List<X509Certificate> chain = List.of();
    try {
      chain = format.chain(evidence);
      format.verify(evidence, chain);
      return new Examined(type, chain, evidence.clientDataHash().isPresent(), Optional.empty());
    } catch (Refusal refusal) {
      return new Examined(type, chain, false, Optional.of(refusal));
    }
  }
}
