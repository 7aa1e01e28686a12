package dev.touchstone.rp.cose;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** Verifies signatures by COSE algorithm number. */
public final class CoseSignature {

  /** How a verification ended. */
  public enum Outcome {
    VALID,
    INVALID,
    /** The algorithm is not one that this program can compute. */
    UNSUPPORTED
  }

  private CoseSignature() {}

  /**
   * Verifies one signature (RFC 9053 §2, in the encodings of WebAuthn Level 3 §6.5.5). A key that
   * does not fit the algorithm makes it {@link Outcome#INVALID}.
   */
  public static Outcome verify(int algorithm, PublicKey key, byte[] message, byte[] signature) {
    CoseAlgorithm known = CoseAlgorithm.of(algorithm).orElse(null);
    if (known == null || known.jca().isEmpty()) {
      return Outcome.UNSUPPORTED;
    }
    try {
      Signature verifier = verifier(known);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature) ? Outcome.VALID : Outcome.INVALID;
    } catch (GeneralSecurityException e) {
      return Outcome.INVALID;
    }
  }

  private static Signature verifier(CoseAlgorithm algorithm) throws GeneralSecurityException {
    if (!algorithm.isPss()) {
      return Signature.getInstance(algorithm.jca());
    }
    Signature pss = Signature.getInstance("RSASSA-PSS");
    int bytes = Integer.parseInt(algorithm.jca().substring(4)) / 8;
    pss.setParameter(
        new PSSParameterSpec(
            algorithm.jca(), "MGF1", new MGF1ParameterSpec(algorithm.jca()), bytes, 1));
    return pss;
  }
}
