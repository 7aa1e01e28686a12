package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.SignatureCheck;
import dev.touchstone.rp.ceremony.response.AttestationObject;
import dev.touchstone.rp.ceremony.response.CoseAlgorithm;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;

/** WebAuthn Level 3 §8.6: the registration signature of a U2F key. */
final class FidoU2fStatement implements StatementFormat {

  @Override
  public Finding verify(Statement statement) throws Unreadable {
    List<X509Certificate> certificates = statement.certificates();
    X509Certificate certificate = certificates.getFirst();
    if (certificates.size() != 1) {
      return Finding.failedThoughNotForTheLibrary("A U2F statement has exactly one certificate.")
          .with("certificates", "1", Integer.toString(certificates.size()));
    }
    if (!(certificate.getPublicKey() instanceof ECPublicKey key)
        || key.getParams().getCurve().getField().getFieldSize() != 256) {
      return Finding.failed("The attestation certificate's key is not on the curve P-256.");
    }
    boolean valid =
        SignatureCheck.isValid(
            CoseAlgorithm.ES256, key, signedData(statement), statement.signature());
    Finding finding =
        valid
            ? Finding.passed("The attestation certificate's key signed the U2F registration.")
            : Finding.failed("The attestation certificate's key did not make this signature.");
    return finding
        .with("signed by", certificate.getSubjectX500Principal().getName())
        .with("signature", "valid", valid ? "valid" : "not valid");
  }

  private static Bytes signedData(Statement statement) throws Unreadable {
    AttestationObject attestation = statement.attestation();
    return Bytes.of(new byte[1])
        .plus(attestation.authenticatorData().rpIdHash())
        .plus(statement.clientDataHash())
        .plus(attestation.attested().credentialId())
        .plus(rawKey(statement));
  }

  /** The uncompressed point of ANSI X9.62, as U2F wrote public keys. */
  private static Bytes rawKey(Statement statement) throws Unreadable {
    if (!(statement.credentialKey().publicKey() instanceof ECPublicKey key)) {
      throw new Unreadable("the credential key of a U2F key must be an elliptic curve key");
    }
    return Bytes.of(new byte[] {4})
        .plus(fixed(key.getW().getAffineX()))
        .plus(fixed(key.getW().getAffineY()));
  }

  private static Bytes fixed(BigInteger coordinate) {
    byte[] padded = new byte[32];
    byte[] raw = coordinate.toByteArray();
    int length = Math.min(raw.length, padded.length);
    System.arraycopy(raw, raw.length - length, padded, padded.length - length, length);
    return Bytes.of(padded);
  }
}
