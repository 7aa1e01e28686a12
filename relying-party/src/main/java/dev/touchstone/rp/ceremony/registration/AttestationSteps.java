package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.policy.Objection;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.Refusal;
import dev.touchstone.rp.attestation.statement.StatementFormat.Examined;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.check.FlagNames;
import dev.touchstone.rp.ceremony.check.ResponseChecks;
import dev.touchstone.rp.ceremony.response.Piece;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Steps 13 and 21 to 24 of WebAuthn Level 3 §7.1: the attestation and whom it proves. */
record AttestationSteps(
    RegistrationEvidence evidence,
    AttestationReport report,
    boolean trustRequired,
    List<Objection> objections) {

  private static final Set<String> VERIFIED_BY_LIBRARY =
      Set.of("packed", "tpm", "android-safetynet", "fido-u2f", "apple");

  /** Formats of WebAuthn Level 3 §8 that the library accepts without looking at the statement. */
  private static final Set<String> VERIFIED_HERE_ONLY = Set.of("none", "android-key", "compound");

  /** Its statement is an array (WebAuthn Level 3 §8.9), and the library reads maps only. */
  private static final String UNREADABLE_FOR_LIBRARY = "compound";

  /** Whether the library can tell whom a statement of this format proves. */
  static boolean libraryVerifies(String format) {
    return VERIFIED_BY_LIBRARY.contains(format);
  }

  Finding decoded() {
    return switch (evidence.attested()) {
      case Piece.Present<?> present -> Finding.of(evidence.attestation(), AttestationSteps::shown);
      case Piece.Missing<?>(String why) ->
          Finding.failedThoughNotForTheLibrary(ResponseChecks.sentence(why));
    };
  }

  private static Finding shown(AttestationObject attestation) {
    return Finding.passed("It holds a format, authenticator data and a statement.")
        .with("fmt", attestation.format())
        .with("flags", FlagNames.of(attestation.authenticatorData()))
        .with("signCount", Long.toString(attestation.authenticatorData().signCount()))
        .with("AAGUID", attestation.authenticatorData().aaguid().map(Object::toString).orElse(""));
  }

  Finding format() {
    return Finding.of(
        evidence.attestation(),
        it -> {
          if (it.format().equals(UNREADABLE_FOR_LIBRARY)) {
            return Finding.failed(
                    "The library cannot read statements of the format compound, and refuses the"
                        + " whole response.")
                .with("fmt", it.format());
          }
          Finding finding =
              isKnown(it.format())
                  ? Finding.passed("The attestation statement format is one of WebAuthn's.")
                  : Finding.notApplicable(
                      "The attestation statement format is unknown: the statement is kept, and"
                          + " proves nothing.");
          return finding.with("fmt", it.format());
        });
  }

  Finding statement() {
    return Finding.of(
        evidence.attestation(),
        attestation ->
            isKnown(attestation.format())
                ? Finding.of(evidence.examined(), it -> statement(attestation.format(), it))
                : Finding.notApplicable(
                    "There is no verification procedure for an unknown format."));
  }

  private static Finding statement(String format, Examined examined) {
    String type = examined.type().label();
    Optional<Refusal> refusal = examined.refusal();
    Optional<String> country = unknownCountry(format, examined);
    if (refusal.isEmpty() && country.isPresent()) {
      return Finding.failed("The attestation certificate's country is not one of ISO 3166.")
          .with("country", "an ISO 3166 code", country.get());
    }
    if (refusal.isEmpty()) {
      return Finding.passed("The statement is correct for its format.")
          .with("attestation type", type);
    }
    String sentence =
        "The attestation statement is not valid: %s.".formatted(refusal.get().because());
    Finding finding =
        VERIFIED_HERE_ONLY.contains(format) || refusal.get().overlooked()
            ? Finding.failedThoughNotForTheLibrary(sentence)
            : Finding.failed(sentence);
    return finding.with("attestation type", type);
  }

  private static Optional<String> unknownCountry(String format, Examined examined) {
    return format.equals("packed")
        ? examined.chain().stream().findFirst().flatMap(CertificateCountry::unknownIn)
        : Optional.empty();
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
        it ->
            assessed(it.format())
                .with("trusted", trustRequired ? "yes" : "", report.trusted() ? "yes" : "no"));
  }

  private Finding assessed(String format) {
    if (trustRequired && report.trusted() && !libraryVerifies(format)) {
      return Finding.failed(
          "Trust is required, and the library cannot verify statements of the format "
              + format
              + ".");
    }
    if (trustRequired && !report.trusted()) {
      return Finding.failed(report.sentence());
    }
    if (!objections.isEmpty()) {
      return objected();
    }
    return report.trusted()
        ? Finding.passed(report.sentence())
        : Finding.passed(
            report.sentence() + " This relying party accepts that, as if there were none.");
  }

  /** The library knows nothing of our policy. */
  private Finding objected() {
    Finding finding =
        Finding.failedThoughNotForTheLibrary(
            objections.stream().map(Objection::sentence).collect(Collectors.joining(" ")));
    for (Objection objection : objections) {
      finding =
          finding.with(
              "policy", objection.rule().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return finding;
  }

  private static boolean isKnown(String format) {
    return VERIFIED_BY_LIBRARY.contains(format) || VERIFIED_HERE_ONLY.contains(format);
  }
}
