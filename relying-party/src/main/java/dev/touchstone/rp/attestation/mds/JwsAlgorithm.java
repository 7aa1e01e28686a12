package dev.touchstone.rp.attestation.mds;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signatures by which a BLOB may be signed (RFC 7518 §3.1, RFC 8037). Symmetric ones and {@code
 * none} are not among them: whoever reads a certificate could make those.
 */
enum JwsAlgorithm {
  RS256("RS256", "RSA", "SHA256withRSA", null),
  RS384("RS384", "RSA", "SHA384withRSA", null),
  RS512("RS512", "RSA", "SHA512withRSA", null),
  PS256("PS256", "RSA", "RSASSA-PSS", pss("SHA-256", MGF1ParameterSpec.SHA256, 32)),
  PS384("PS384", "RSA", "RSASSA-PSS", pss("SHA-384", MGF1ParameterSpec.SHA384, 48)),
  PS512("PS512", "RSA", "RSASSA-PSS", pss("SHA-512", MGF1ParameterSpec.SHA512, 64)),
  ES256("ES256", "EC", "SHA256withECDSAinP1363Format", null),
  ES384("ES384", "EC", "SHA384withECDSAinP1363Format", null),
  ES512("ES512", "EC", "SHA512withECDSAinP1363Format", null),
  EDDSA("EdDSA", "EdDSA", "EdDSA", null);

  private final String word;
  private final String keyAlgorithm;
  private final String signature;
  private final @Nullable AlgorithmParameterSpec parameters;

  JwsAlgorithm(
      String word,
      String keyAlgorithm,
      String signature,
      @Nullable AlgorithmParameterSpec parameters) {
    this.word = word;
    this.keyAlgorithm = keyAlgorithm;
    this.signature = signature;
    this.parameters = parameters;
  }

  static Optional<JwsAlgorithm> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }

  /** Whether that key can make such signatures at all. */
  boolean fits(PublicKey key) {
    return key.getAlgorithm().equals(keyAlgorithm);
  }

  /** False for a wrong signature, and for one that is none. */
  boolean verifies(PublicKey key, byte[] signed, byte[] bytes) {
    try {
      Signature verifier = Signature.getInstance(signature);
      if (parameters != null) {
        verifier.setParameter(parameters);
      }
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(bytes);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PSSParameterSpec pss(String digest, MGF1ParameterSpec mask, int salt) {
    return new PSSParameterSpec(digest, "MGF1", mask, salt, PSSParameterSpec.TRAILER_FIELD_BC);
  }
}
