package dev.touchstone.rp.attestation.statement;

import dev.touchstone.rp.attestation.certificate.CertificateExtension;
import dev.touchstone.rp.attestation.certificate.Der;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** WebAuthn Level 3 §8.4. */
record AndroidKeyFormat() implements StatementFormat {

  /** Context tags of the schema's AuthorizationList fields, constructed, low or high form. */
  private static final int PURPOSE = 1;

  private static final int ALL_APPLICATIONS = 600;
  private static final int ORIGIN = 702;

  private static final int PURPOSE_SIGN = 2;
  private static final int ORIGIN_GENERATED = 0;

  @Override
  public AttestationType type(Evidence evidence) {
    return AttestationType.BASIC;
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) throws Refusal {
    return evidence.x5c();
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    X509Certificate leaf = chain.getFirst();
    byte[] signature = evidence.bytes("sig");
    Optional<byte[]> message = evidence.attestedBytes();
    if (message.isPresent()) {
      evidence.verifySignature(
          leaf.getPublicKey(), "the leaf certificate", message.get(), signature);
    }
    evidence.verifyIsCredentialKey(leaf);
    Der description =
        CertificateExtension.content(leaf, CertificateExtension.ANDROID_KEY)
            .orElseThrow(
                () -> Refusal.malformed("the leaf certificate has no Android key description"));
    verifyChallenge(evidence, description);
    verifyAuthorizations(description);
  }

  private static void verifyChallenge(Evidence evidence, Der description) throws Refusal {
    Optional<byte[]> challenge = description.child(4).flatMap(it -> it.content(Der.OCTET_STRING));
    Optional<byte[]> hash = evidence.clientDataHash();
    if (hash.isPresent()
        && challenge.filter(it -> MessageDigest.isEqual(it, hash.get())).isEmpty()) {
      throw Refusal.mismatch(
          "the attestation challenge in the leaf certificate is not the hash of this client data");
    }
  }

  /**
   * An absent field is not equal to what the clause asks for, so it fails; the android-key example
   * of WebAuthn Level 3 §16, whose two lists are empty, fails with it.
   */
  private static void verifyAuthorizations(Der description) throws Refusal {
    List<Der> software = list(description, 6);
    List<Der> hardware = list(description, 7);
    if (find(software, hardware, ALL_APPLICATIONS).findAny().isPresent()) {
      throw Refusal.malformed("the key may be used by all applications of the phone");
    }
    boolean signs =
        find(software, hardware, PURPOSE)
            .flatMap(it -> it.child(0).stream())
            .flatMap(set -> set.children().stream().flatMap(List::stream))
            .anyMatch(it -> it.small().orElse(-1) == PURPOSE_SIGN);
    if (!signs) {
      throw Refusal.malformed("the key is not certified for signing");
    }
    List<Integer> origins =
        find(software, hardware, ORIGIN)
            .map(it -> it.child(0).flatMap(Der::small).orElse(-1))
            .distinct()
            .toList();
    if (!origins.equals(List.of(ORIGIN_GENERATED))) {
      throw Refusal.malformed("the key is not certified as generated in the phone's key store");
    }
  }

  private static List<Der> list(Der description, int index) throws Refusal {
    return description
        .child(index)
        .flatMap(Der::children)
        .orElseThrow(
            () -> Refusal.malformed("the Android key description in the certificate is damaged"));
  }

  private static Stream<Der> find(List<Der> software, List<Der> hardware, int tagNumber) {
    return Stream.concat(software.stream(), hardware.stream())
        .filter(it -> it.contextTag().orElse(-1) == tagNumber);
  }
}
