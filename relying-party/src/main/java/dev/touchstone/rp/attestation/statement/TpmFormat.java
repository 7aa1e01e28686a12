package dev.touchstone.rp.attestation.statement;

import dev.touchstone.rp.cose.CoseAlgorithm;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** WebAuthn Level 3 §8.3. */
record TpmFormat() implements StatementFormat {

  private static final String AIK_PURPOSE = "2.23.133.8.3";
  private static final String ALTERNATIVE_NAME = "2.5.29.17";

  @Override
  public AttestationType type(Evidence evidence) {
    return AttestationType.ATT_CA;
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) throws Refusal {
    return evidence.x5c();
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    X509Certificate leaf = chain.getFirst();
    if (!evidence.text("ver").equals("2.0")) {
      throw Refusal.malformed("the statement is not of TPM version 2.0");
    }
    byte[] publicArea = evidence.bytes("pubArea");
    byte[] certInfo = evidence.bytes("certInfo");
    TpmPublicArea area = TpmPublicArea.read(publicArea);
    if (!area.matches(evidence.credentialKey())) {
      throw Refusal.mismatch("the key in pubArea is not the credential's public key");
    }
    verifyCertificate(leaf);
    evidence.verifyAaguid(leaf);
    evidence.verifySignature(
        leaf.getPublicKey(), "the leaf certificate", certInfo, evidence.bytes("sig"));
    verifyCertInfo(evidence, TpmAttest.read(certInfo), area.name(publicArea));
  }

  private static void verifyCertInfo(Evidence evidence, TpmAttest attest, byte[] name)
      throws Refusal {
    if (!MessageDigest.isEqual(attest.attestedName(), name)) {
      throw Refusal.mismatch("certInfo certifies another key than the one in pubArea");
    }
    int algorithm = evidence.algorithm();
    String digest =
        CoseAlgorithm.of(algorithm)
            .flatMap(CoseAlgorithm::digest)
            .orElseThrow(() ->
                Refusal.malformed(
                    "the algorithm %s has no hash for extraData"
                        .formatted(CoseAlgorithm.describe(algorithm))));
    Optional<byte[]> message = evidence.attestedBytes();
    if (message.isPresent()
        && !MessageDigest.isEqual(attest.extraData(), Evidence.digest(digest, message.get()))) {
      throw Refusal.mismatch(
          "extraData in certInfo is not the hash of this authenticator data and client data");
    }
  }

  private static void verifyCertificate(X509Certificate leaf) throws Refusal {
    if (leaf.getVersion() != 3) {
      throw Refusal.malformed("the leaf certificate is not of X.509 version 3");
    }
    if (!leaf.getSubjectX500Principal().getName().isEmpty()) {
      throw Refusal.malformed("the leaf certificate's subject is not empty, as a TPM's must be");
    }
    if (leaf.getExtensionValue(ALTERNATIVE_NAME) == null) {
      throw Refusal.malformed(
          "the leaf certificate does not name the TPM (subject alternative name)");
    }
    try {
      List<String> purposes = leaf.getExtendedKeyUsage();
      if (purposes == null || !purposes.contains(AIK_PURPOSE)) {
        throw Refusal.malformed("the leaf certificate is not for TPM attestation keys");
      }
    } catch (CertificateParsingException e) {
      throw Refusal.malformed("the extended key usage of the leaf certificate cannot be read");
    }
    Evidence.verifyIsNoCa(leaf);
  }
}
