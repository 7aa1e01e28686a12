package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.response.AttestationObject;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attestation statement (WebAuthn Level 3 §7.1 steps 21 and 22, and §8). */
public final class StatementCheck {

  private static final Map<String, StatementFormat> OWN =
      Map.of(
          "packed", new PackedStatement(),
          "android-key", new AndroidKeyStatement(),
          "fido-u2f", new FidoU2fStatement(),
          "none", new NoneStatement(),
          "apple", new AppleStatement());

  /** Formats that only the library verifies. */
  private static final List<String> PASSED_ON = List.of("tpm", "android-safetynet");

  private StatementCheck() {}

  /** Whether the format is one that can be verified. */
  public static Finding format(String format) {
    boolean known = OWN.containsKey(format) || PASSED_ON.contains(format);
    Finding finding =
        known
            ? Finding.passed("The attestation statement format is known.")
            : Finding.notApplicable(
                "The attestation statement format is unknown; the statement is kept and proves nothing.");
    return finding.with("fmt", format);
  }

  /**
   * Verifies the statement.
   *
   * @param library the library's word on this statement, as far as it can be told, for the formats
   *     that only the library verifies
   */
  public static Finding statement(
      AttestationObject attestation, Bytes clientDataHash, LibraryWord library) {
    String format = attestation.format();
    if (PASSED_ON.contains(format)) {
      return passedOn(format, library);
    }
    Optional<StatementFormat> own = Optional.ofNullable(OWN.get(format));
    if (own.isEmpty()) {
      return Finding.notApplicable(
          "There is no verification procedure for the unknown format '%s'.".formatted(format));
    }
    try {
      return own.get().verify(new Statement(attestation, clientDataHash));
    } catch (Unreadable e) {
      return Finding.failed("The attestation statement is not valid: %s.".formatted(e.why()));
    }
  }

  /** What the library's decision tells about the statement alone. */
  public enum LibraryWord {
    VALID,
    INVALID,
    /** It stopped at something else. */
    UNKNOWN
  }

  private static Finding passedOn(String format, LibraryWord library) {
    return switch (library) {
      case VALID ->
          Finding.passed(
              "The library found the %s statement valid; this program does not repeat its procedure."
                  .formatted(format));
      case INVALID ->
          Finding.failed(
              "The library found the %s statement invalid; this program does not repeat its procedure."
                  .formatted(format));
      case UNKNOWN ->
          Finding.notApplicable(
              "Only the library verifies %s statements, and it stopped at another step before it told."
                  .formatted(format));
    };
  }
}
