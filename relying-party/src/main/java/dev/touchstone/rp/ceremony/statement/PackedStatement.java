package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.SignatureCheck;
import dev.touchstone.rp.ceremony.response.CoseAlgorithm;
import dev.touchstone.rp.ceremony.response.CoseKey;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.security.cert.X509Certificate;
import java.util.List;

/** WebAuthn Level 3 §8.2: signed by an attestation key, or by the credential's own. */
final class PackedStatement implements StatementFormat {

  @Override
  public Finding verify(Statement statement) throws Unreadable {
    return statement.has("x5c") ? certified(statement) : self(statement);
  }

  private static Finding certified(Statement statement) throws Unreadable {
    X509Certificate certificate = statement.certificates().getFirst();
    CoseAlgorithm algorithm = statement.algorithm();
    boolean valid =
        SignatureCheck.isValid(
            algorithm, certificate.getPublicKey(), statement.signedData(), statement.signature());
    Bytes aaguid = statement.attestation().attested().aaguid();
    return finding(valid, PackedCertificate.complaints(certificate, aaguid))
        .with("signed by", certificate.getSubjectX500Principal().getName())
        .with("alg", algorithm.label())
        .with("signature", "valid", valid ? "valid" : "not valid");
  }

  private static Finding finding(boolean valid, List<String> complaints) {
    if (!valid) {
      return Finding.failed("The attestation certificate's key did not make this signature.");
    }
    if (!complaints.isEmpty()) {
      return Finding.failed(
          "The attestation certificate breaks the rules of §8.2.1: %s."
              .formatted(String.join("; ", complaints)));
    }
    return Finding.passed(
        "The attestation certificate's key signed the authenticator data and the client data.");
  }

  private static Finding self(Statement statement) throws Unreadable {
    CoseKey key = statement.credentialKey();
    CoseAlgorithm algorithm = statement.algorithm();
    if (algorithm.number() != key.algorithm()) {
      return Finding.failed("The statement names another algorithm than the credential key has.")
          .with("alg", key.algorithmText(), algorithm.label());
    }
    boolean valid =
        SignatureCheck.isValid(
            algorithm, key.publicKey(), statement.signedData(), statement.signature());
    Finding finding =
        valid
            ? Finding.passed("The credential's own key signed the statement (self attestation).")
            : Finding.failed("The credential's own key did not make this signature.");
    return finding
        .with("alg", key.algorithmText(), algorithm.label())
        .with("signature", "valid", valid ? "valid" : "not valid");
  }
}
