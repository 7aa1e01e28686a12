package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.ResponseChecks;
import dev.touchstone.rp.ceremony.response.AttestationObject;
import dev.touchstone.rp.ceremony.response.AttestedCredential;
import dev.touchstone.rp.ceremony.response.CoseAlgorithm;
import dev.touchstone.rp.ceremony.response.CoseKey;
import dev.touchstone.rp.ceremony.response.Piece;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Steps 20 and 25 to 27 of WebAuthn Level 3 §7.1: the new credential itself. */
record CredentialSteps(RegistrationEvidence evidence, Records records) {

  private static final int LONGEST_ID = 1023;

  static Finding algorithm(RegistrationEvidence evidence) {
    if (evidence.attestation() instanceof Piece.Present
        && evidence.publicKey() instanceof Piece.Missing<CoseKey>(String why)) {
      return Finding.failed(ResponseChecks.sentence(why));
    }
    return Finding.of(
        evidence.publicKey(),
        key -> {
          List<Integer> offered = evidence.options().algorithms();
          Finding finding =
              offered.contains(key.algorithm())
                  ? wellFormed(key)
                  : Finding.failed("The key chose an algorithm that was not offered.");
          return finding.with(
              "alg",
              offered.stream().map(CoseAlgorithm::describe).collect(Collectors.joining(" or ")),
              key.algorithmText());
        });
  }

  private static Finding wellFormed(CoseKey key) {
    try {
      key.publicKey();
      return Finding.passed("The algorithm is one that was offered.");
    } catch (Unreadable e) {
      return Finding.failedThoughNotForTheLibrary(ResponseChecks.sentence(e.why()));
    }
  }

  Finding length() {
    return attested(it -> {
      int length = it.credentialId().length();
      String expected = "at most " + LONGEST_ID;
      if (length > LONGEST_ID) {
        return Finding.failedThoughNotForTheLibrary("The credential id is too long.")
            .with("bytes", expected, Integer.toString(length));
      }
      if (!it.credentialId().equals(evidence.response().id())) {
        return Finding.failedThoughNotForTheLibrary(
                "The client calls the credential otherwise than the key does.")
            .with(
                "credential id",
                it.credentialId().base64Url(),
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
      return finding.with("credential id", it.credentialId().base64Url());
    });
  }

  Finding record() {
    return attested(it ->
        Finding.passed("Everything that a credential record needs is there.")
            .with("id", it.credentialId().base64Url())
            .with("publicKey", it.publicKey().hex())
            .with("transports", String.join(", ", evidence.response().transports())));
  }

  /** By the id that the client tells, as the library asks. */
  boolean isRegistered() {
    return records.credentials().find(evidence.response().id()).isPresent();
  }

  private Finding attested(Function<AttestedCredential, Finding> check) {
    return Finding.of(evidence.attestation().map(AttestationObject::attested), check);
  }
}
