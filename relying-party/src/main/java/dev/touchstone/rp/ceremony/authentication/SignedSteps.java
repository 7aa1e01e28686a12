package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.ResponseChecks;
import dev.touchstone.rp.ceremony.check.SignatureCheck;
import dev.touchstone.rp.ceremony.response.AuthenticatorData;
import dev.touchstone.rp.ceremony.response.CoseKey;
import dev.touchstone.rp.ceremony.response.Piece;
import dev.touchstone.rp.ceremony.response.Unreadable;

/** Steps 7, 19 and 21 of WebAuthn Level 3 §7.2: what the key signed. */
final class SignedSteps {

  private SignedSteps() {}

  static Finding taken(AuthenticationEvidence evidence) {
    return switch (evidence.authenticatorData()) {
      case Piece.Present<AuthenticatorData>(AuthenticatorData data) ->
          Finding.passed("All three are there.")
              .with("authenticator data", data.bytes().hex())
              .with("signature", evidence.response().signature().hex());
      case Piece.Missing<AuthenticatorData>(String why) ->
          Finding.failedThoughNotForTheLibrary(ResponseChecks.sentence(why));
    };
  }

  static Finding backupEligibility(AuthenticationEvidence evidence) {
    return Finding.of(
        evidence.record(),
        record ->
            Finding.of(
                evidence.authenticatorData(),
                data -> {
                  boolean stored = record.credential().backupEligible();
                  Finding finding =
                      stored == data.flags().backupEligible()
                          ? Finding.passed("The backup eligibility is that of the registration.")
                          : Finding.failed(
                              "The backup eligibility changed since the registration, which it never may.");
                  return finding.with(
                      "flags", stored ? "BE set" : "BE not set", data.flags().spelledOut());
                }));
  }

  static Finding signature(AuthenticationEvidence evidence) {
    return Finding.of(evidence.record(), record -> signature(evidence, record));
  }

  private static Finding signature(AuthenticationEvidence evidence, CredentialRecord record) {
    try {
      CoseKey key = CoseKey.parse(record.publicKey());
      Bytes signed = evidence.response().authenticatorData().plus(evidence.clientDataHash());
      Bytes signature = evidence.response().signature();
      boolean valid =
          SignatureCheck.isValid(key.knownAlgorithm(), key.publicKey(), signed, signature);
      Finding finding =
          valid
              ? Finding.passed("The credential's key signed the authenticator data and the hash.")
              : Finding.failed("The credential's key did not make this signature.");
      return finding
          .with("signature", "valid", valid ? "valid" : "not valid")
          .with("algorithm", key.algorithmText())
          .with("public key", record.publicKey().hex())
          .with("signed bytes", signed.hex())
          .with("signature bytes", signature.hex());
    } catch (Unreadable e) {
      return Finding.failed(ResponseChecks.sentence(e.why()));
    }
  }
}
