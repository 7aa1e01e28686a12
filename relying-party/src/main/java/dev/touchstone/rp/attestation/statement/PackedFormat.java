package dev.touchstone.rp.attestation.statement;

import dev.touchstone.rp.cose.CoseAlgorithm;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** WebAuthn Level 3 §8.2. */
record PackedFormat() implements StatementFormat {

  @Override
  public AttestationType type(Evidence evidence) {
    return evidence.has("x5c") ? AttestationType.BASIC : AttestationType.SELF;
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) throws Refusal {
    return evidence.has("x5c") ? evidence.x5c() : List.of();
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    byte[] signature = evidence.bytes("sig");
    if (chain.isEmpty()) {
      verifySelf(evidence, signature);
      return;
    }
    X509Certificate leaf = chain.getFirst();
    Optional<byte[]> message = evidence.attestedBytes();
    if (message.isPresent()) {
      evidence.verifySignature(
          leaf.getPublicKey(), "the leaf certificate", message.get(), signature);
    }
    PackedCertificate.verify(leaf);
    evidence.verifyAaguid(leaf);
  }

  private static void verifySelf(Evidence evidence, byte[] signature) throws Refusal {
    int algorithm = evidence.algorithm();
    int expected = evidence.credentialAlgorithm().orElse(0);
    if (algorithm != expected) {
      throw Refusal.mismatch(
          "the statement says %s, but the credential's key is for %s"
              .formatted(CoseAlgorithm.describe(algorithm), CoseAlgorithm.describe(expected)));
    }
    Optional<byte[]> message = evidence.attestedBytes();
    if (message.isPresent()) {
      PublicKey key =
          evidence
              .credentialKey()
              .publicKey()
              .orElseThrow(() ->
                  new Refusal(
                      "this program cannot use the credential's public key",
                      "Verify it with a program that can."));
      evidence.verifySignature(key, "the credential itself", message.get(), signature);
    }
  }
}
