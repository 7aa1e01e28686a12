package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.cose.CoseAlgorithm;
import dev.touchstone.rp.cose.CoseKey;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Steps 20 and 25 to 27 of WebAuthn Level 3 §7.1: the new credential itself. */
record CredentialSteps(RegistrationEvidence evidence) {

  private static final int LONGEST_ID = 1023;

  Finding algorithm() {
    return Finding.of(
        evidence.attested(),
        it -> {
          CoseKey key = it.key();
          List<Integer> offered = evidence.options().algorithms();
          String received =
              key.algorithm().isPresent()
                  ? CoseAlgorithm.describe(key.algorithm().getAsInt())
                  : "(missing)";
          return algorithm(key, offered)
              .with(
                  "alg",
                  offered.stream().map(CoseAlgorithm::describe).collect(Collectors.joining(" or ")),
                  received);
        });
  }

  private static Finding algorithm(CoseKey key, List<Integer> offered) {
    if (key.algorithm().isEmpty() || !offered.contains(key.algorithm().getAsInt())) {
      return Finding.failed("The key chose an algorithm that was not offered.");
    }
    if (!key.fitsAlgorithm()) {
      return Finding.failedThoughNotForTheLibrary(
          "The public key is of another kind or on another curve than its algorithm asks for.");
    }
    return key.publicKey().isPresent()
        ? Finding.passed("The algorithm is one that was offered.")
        : Finding.failedThoughNotForTheLibrary(
            "The public key is damaged, or not of a kind that can be used here.");
  }

  Finding length() {
    return attested(it -> {
      int length = credentialId(it).length();
      String expected = "at most " + LONGEST_ID;
      if (length > LONGEST_ID) {
        return Finding.failedThoughNotForTheLibrary("The credential id is too long.")
            .with("bytes", expected, Integer.toString(length));
      }
      if (!credentialId(it).equals(evidence.response().id())) {
        return Finding.failedThoughNotForTheLibrary(
                "The client calls the credential otherwise than the key does.")
            .with(
                "credential id",
                credentialId(it).base64Url(),
                evidence.response().id().base64Url());
      }
      return Finding.passed("The credential id is short enough.")
          .with("bytes", expected, Integer.toString(length));
    });
  }

  Finding isNew() {
    return attested(it -> {
      if (evidence.repeated()) {
        return Finding.notApplicable(
            "The challenge was used before, by this very response: it was judged then.");
      }
      Finding finding =
          isRegistered()
              ? Finding.failed("A credential with this id is registered already.")
              : Finding.passed("No credential has this id yet.");
      return finding.with("credential id", credentialId(it).base64Url());
    });
  }

  Finding record() {
    return attested(it ->
        Finding.passed("Everything that a credential record needs is there.")
            .with("id", credentialId(it).base64Url())
            .with("publicKey", publicKey(it).hex())
            .with("transports", String.join(", ", evidence.response().transports())));
  }

  /** By the id that the client tells, as the library asks. */
  boolean isRegistered() {
    return evidence.stored().credential().isPresent();
  }

  private Finding attested(Function<AttestedCredential, Finding> check) {
    return Finding.of(evidence.attested(), check);
  }

  static Bytes credentialId(AttestedCredential attested) {
    return Bytes.ofHex(attested.idHex());
  }

  static Bytes publicKey(AttestedCredential attested) {
    return Bytes.of(attested.key().map().EncodeToBytes());
  }
}
