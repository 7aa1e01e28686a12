package dev.touchstone.rp.ceremony.check;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.response.CoseAlgorithm;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** Verifies a signature with the JDK's own providers, apart from the library. */
public final class SignatureCheck {

  private SignatureCheck() {}

  /** Whether it is valid; a signature or key that cannot even be read is not. */
  public static boolean isValid(
      CoseAlgorithm algorithm, PublicKey key, Bytes signed, Bytes signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm.jcaName());
      verifier.initVerify(key);
      verifier.update(signed.toArray());
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
