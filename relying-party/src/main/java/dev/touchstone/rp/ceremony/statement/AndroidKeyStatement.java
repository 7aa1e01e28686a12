package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.SignatureCheck;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * WebAuthn Level 3 §8.4: signed by the credential's own key, whose certificate Android's keystore
 * made for this registration. The library lets every such statement pass unverified.
 */
final class AndroidKeyStatement implements StatementFormat {

  private static final String KEY_DESCRIPTION = "1.3.6.1.4.1.11129.2.1.17";

  @Override
  public Finding verify(Statement statement) throws Unreadable {
    X509Certificate certificate = statement.certificates().getFirst();
    boolean valid =
        SignatureCheck.isValid(
            statement.algorithm(),
            certificate.getPublicKey(),
            statement.signedData(),
            statement.signature());
    List<String> complaints = new ArrayList<>();
    if (!valid) {
      complaints.add("the certificate's key did not make this signature");
    }
    if (!certificate.getPublicKey().equals(statement.credentialKey().publicKey())) {
      complaints.add("the certificate is for another key than the credential's");
    }
    complaints.addAll(description(certificate, statement));
    Finding finding =
        complaints.isEmpty()
            ? Finding.passed("Android's keystore made this key for this registration.")
            : Finding.failedThoughNotForTheLibrary(
                "The statement is not valid: %s.".formatted(String.join("; ", complaints)));
    return finding
        .with("alg", statement.algorithm().label())
        .with("signature", "valid", valid ? "valid" : "not valid");
  }

  private static List<String> description(X509Certificate certificate, Statement statement) {
    byte[] extension = certificate.getExtensionValue(KEY_DESCRIPTION);
    if (extension == null) {
      return List.of("the certificate has no key description");
    }
    try {
      return AndroidKeyDescription.parse(extension).complaints(statement.clientDataHash());
    } catch (Unreadable e) {
      return List.of("the certificate's key description cannot be read");
    }
  }
}
