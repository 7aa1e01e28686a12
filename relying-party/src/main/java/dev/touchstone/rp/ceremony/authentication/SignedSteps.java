package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.FlagNames;
import dev.touchstone.rp.ceremony.check.ResponseChecks;
import dev.touchstone.rp.ceremony.response.Parts;
import dev.touchstone.rp.ceremony.response.Piece;
import dev.touchstone.rp.ceremony.response.Unreadable;
import dev.touchstone.rp.cose.CoseAlgorithm;
import dev.touchstone.rp.cose.CoseKey;
import dev.touchstone.rp.cose.CoseSignature;
import java.security.PublicKey;

/** Steps 7, 19 and 21 of WebAuthn Level 3 §7.2: what the key signed. */
final class SignedSteps {

  static final Finding LIBRARY_VERIFIED =
      Finding.passed("The library verified it; nobody asked for a second opinion.");

  private SignedSteps() {}

  static Finding taken(AuthenticationEvidence evidence) {
    return switch (evidence.authenticatorData()) {
      case Piece.Present<AuthenticatorData> present ->
          Finding.passed("All three are there.")
              .with("authenticator data", evidence.response().authenticatorData().hex())
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
                      stored == data.has(Flag.BE)
                          ? Finding.passed("The backup eligibility is that of the registration.")
                          : Finding.failed(
                              "The backup eligibility changed since the registration, which it"
                                  + " never may.");
                  return finding.with(
                      "flags", stored ? "BE set" : "BE not set", FlagNames.of(data));
                }));
  }

  static Finding signature(AuthenticationEvidence evidence) {
    return Finding.of(evidence.record(), record -> signature(evidence, record));
  }

  private static Finding signature(AuthenticationEvidence evidence, CredentialRecord record) {
    Bytes signed = evidence.response().authenticatorData().plus(evidence.clientDataHash());
    Bytes signature = evidence.response().signature();
    try {
      CoseKey key = Parts.coseKey(record.publicKey());
      PublicKey publicKey =
          key.publicKey().orElseThrow(() -> new Unreadable("the stored key cannot be used"));
      int algorithm =
          key.algorithm().orElseThrow(() -> new Unreadable("the stored key has no alg"));
      CoseSignature.Outcome outcome =
          CoseSignature.verify(algorithm, publicKey, signed.toArray(), signature.toArray());
      return finding(outcome)
          .with("signature", "VALID", outcome.toString())
          .with("algorithm", CoseAlgorithm.describe(algorithm))
          .with("public key", record.publicKey().hex())
          .with("signed bytes", signed.hex())
          .with("signature bytes", signature.hex());
    } catch (Unreadable e) {
      return Finding.failed(ResponseChecks.sentence(e.why()));
    }
  }

  private static Finding finding(CoseSignature.Outcome outcome) {
    return switch (outcome) {
      case VALID ->
          Finding.passed("The credential's key signed the authenticator data and the hash.");
      case INVALID -> Finding.failed("The credential's key did not make this signature.");
      case UNSUPPORTED -> Finding.failed("The algorithm is not one that can be verified here.");
    };
  }
}
