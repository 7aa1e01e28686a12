package dev.touchstone.rp.attestation.statement;

import dev.touchstone.rp.attestation.certificate.CertificateExtension;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** WebAuthn Level 3 §8.8. */
record AppleFormat() implements StatementFormat {

  @Override
  public AttestationType type(Evidence evidence) {
    return AttestationType.ANON_CA;
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) throws Refusal {
    return evidence.x5c();
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    X509Certificate leaf = chain.getFirst();
    byte[] certified =
        CertificateExtension.appleNonce(leaf)
            .orElseThrow(
                () -> Refusal.malformed("the leaf certificate has no nonce that can be read"));
    Optional<byte[]> message = evidence.attestedBytes();
    if (message.isPresent()
        && !MessageDigest.isEqual(Evidence.digest("SHA-256", message.get()), certified)) {
      throw Refusal.mismatch(
          "the nonce in the leaf certificate is not the hash of this authenticator data and client data");
    }
    evidence.verifyIsCredentialKey(leaf);
  }
}
