package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** WebAuthn Level 3 §8.8: the certificate itself names what was signed and the credential key. */
final class AppleStatement implements StatementFormat {

  private static final String NONCE_EXTENSION = "1.2.840.113635.100.8.2";

  /** OCTET STRING, SEQUENCE, [1], OCTET STRING of 32 bytes. */
  private static final Bytes NONCE_PREFIX = Bytes.of(HexFormat.of().parseHex("04263024a1220420"));

  @Override
  public Finding verify(Statement statement) throws Unreadable {
    X509Certificate certificate = statement.certificates().getFirst();
    byte[] extension = certificate.getExtensionValue(NONCE_EXTENSION);
    Bytes nonce = statement.signedData().sha256();
    if (extension == null || !Bytes.of(extension).equals(NONCE_PREFIX.plus(nonce))) {
      return Finding.failed("The certificate was not made for this registration.")
          .with(
              "extension " + NONCE_EXTENSION,
              NONCE_PREFIX.plus(nonce).hex(),
              extension == null ? "(missing)" : Bytes.of(extension).hex());
    }
    boolean same = certificate.getPublicKey().equals(statement.credentialKey().publicKey());
    Finding finding =
        same
            ? Finding.passed("The certificate was made for this registration and this key.")
            : Finding.failed("The certificate is for another key than the credential's.");
    return finding.with("nonce", nonce.hex(), nonce.hex());
  }
}
