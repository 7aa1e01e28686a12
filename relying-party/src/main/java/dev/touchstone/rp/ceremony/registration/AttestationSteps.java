package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.ResponseChecks;
import dev.touchstone.rp.ceremony.library.Judgement;
import dev.touchstone.rp.ceremony.response.AttestationObject;
import dev.touchstone.rp.ceremony.response.Piece;
import dev.touchstone.rp.ceremony.statement.StatementCheck;
import dev.touchstone.rp.ceremony.statement.StatementCheck.LibraryWord;

/** Steps 13 and 21 to 24 of WebAuthn Level 3 §7.1: the attestation and whom it proves. */
record AttestationSteps(
    RegistrationEvidence evidence,
    Judgement library,
    AttestationReport report,
    boolean trustRequired) {

  static Finding decoded(Piece<AttestationObject> attestation) {
    return switch (attestation) {
      case Piece.Present<AttestationObject>(AttestationObject it) ->
          Finding.passed("It holds a format, authenticator data and a statement.")
              .with("fmt", it.format())
              .with("flags", it.authenticatorData().flags().spelledOut())
              .with("signCount", Long.toString(it.authenticatorData().signCount()))
              .with("AAGUID", it.attested().aaguidText());
      case Piece.Missing<AttestationObject>(String why) ->
          Finding.failedThoughNotForTheLibrary(ResponseChecks.sentence(why));
    };
  }

  Finding format() {
    return Finding.of(evidence.attestation(), it -> StatementCheck.format(it.format()));
  }

  /**
   * Step 22.
   *
   * @param unknownReason whether the library, if it refused, may have done so for something else
   */
  Finding statement(boolean unknownReason) {
    LibraryWord word =
        library.accepted()
            ? LibraryWord.VALID
            : unknownReason ? LibraryWord.UNKNOWN : LibraryWord.INVALID;
    return Finding.of(
        evidence.attestation(),
        it -> StatementCheck.statement(it, evidence.clientDataHash(), word));
  }

  Finding anchors() {
    return Finding.of(
        evidence.attestation(),
        it ->
            report.path().isEmpty()
                ? Finding.notApplicable(
                    "The statement holds no certificates, so no trust anchor could help.")
                : Finding.passed("The path was looked up among the trust anchors.")
                    .with("attestation type", report.type())
                    .with("certificates on the path", Integer.toString(report.path().size())));
  }

  /** An untrusted attestation is as good as none, which the specification leaves to policy. */
  Finding trust() {
    return Finding.of(
        evidence.attestation(),
        it -> {
          Finding finding;
          if (report.trusted()) {
            finding = Finding.passed(report.sentence());
          } else if (trustRequired) {
            finding = Finding.failed(report.sentence());
          } else {
            finding =
                Finding.passed(
                    report.sentence() + " This relying party accepts that, as if there were none.");
          }
          return finding.with(
              "trusted", trustRequired ? "yes" : "", report.trusted() ? "yes" : "no");
        });
  }
}
