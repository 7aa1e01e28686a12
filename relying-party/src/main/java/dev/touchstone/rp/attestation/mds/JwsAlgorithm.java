package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.account.Bytes;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The signatures by which a BLOB may be signed (RFC 7518 §3.1, RFC 8037). Symmetric ones and {@code
 * none} are not among them: whoever reads a certificate could make those.
 */
enum JwsAlgorithm {
  RS256("RS256", "RSA", "SHA256withRSA"),
  RS384("RS384", "RSA", "SHA384withRSA"),
  RS512("RS512", "RSA", "SHA512withRSA"),
  PS256("PS256", "RSA", "SHA256withRSAandMGF1"),
  PS384("PS384", "RSA", "SHA384withRSAandMGF1"),
  PS512("PS512", "RSA", "SHA512withRSAandMGF1"),
  ES256("ES256", "EC", "SHA256withECDSAinP1363Format"),
  ES384("ES384", "EC", "SHA384withECDSAinP1363Format"),
  ES512("ES512", "EC", "SHA512withECDSAinP1363Format"),
  EDDSA("EdDSA", "EdDSA", "EdDSA");

  private static final String PSS = "withRSAandMGF1";

  private final String word;
  private final String keyAlgorithm;
  private final String signature;

  JwsAlgorithm(String word, String keyAlgorithm, String signature) {
    this.word = word;
    this.keyAlgorithm = keyAlgorithm;
    this.signature = signature;
  }

  static Optional<JwsAlgorithm> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }

  /** Whether that key can make such signatures at all. */
  boolean fits(PublicKey key) {
    return key.getAlgorithm().equals(keyAlgorithm);
  }

  /** False for a wrong signature, and for one that is none. */
  boolean verifies(PublicKey key, Bytes signed, Bytes bytes) {
    try {
      Signature verifier = verifier();
      verifier.initVerify(key);
      verifier.update(signed.toArray());
      return verifier.verify(bytes.toArray());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** RFC 7518 §3.5: the mask by the same hash, and as much salt as the hash has bytes. */
  private Signature verifier() throws GeneralSecurityException {
    if (!signature.endsWith(PSS)) {
      return Signature.getInstance(signature);
    }
    int bits = Integer.parseInt(word.substring(2));
    String hash = "SHA-" + bits;
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(
        new PSSParameterSpec(
            hash,
            "MGF1",
            new MGF1ParameterSpec(hash),
            bits / 8,
            PSSParameterSpec.TRAILER_FIELD_BC));
    return verifier;
  }
}
