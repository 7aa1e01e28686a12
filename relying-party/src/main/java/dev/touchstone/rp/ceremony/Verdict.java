package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.AttestationReport;
import java.util.List;
import java.util.Optional;

/**
 * What the relying party decided about one ceremony, and why.
 *
 * @param kind which ceremony
 * @param accepted whether the credential was stored, or the person signed in
 * @param steps every step of §7.1 or §7.2 in the specification's order
 * @param library what webauthn-server-core decided by itself
 * @param warnings sentences for the person, such as a possible clone
 * @param credential the credential as it is stored after the ceremony; empty if refused and unknown
 * @param attestation the attestation explained; empty for an authentication
 * @param user whose ceremony it was, as the account is stored after it; empty if it was refused, or
 *     judged elsewhere
 */
public record Verdict(
    CeremonyKind kind,
    boolean accepted,
    List<Step> steps,
    LibraryDecision library,
    List<String> warnings,
    Optional<Credential> credential,
    Optional<AttestationReport> attestation,
    Optional<User> user) {

  /**
   * The library's own word.
   *
   * @param accepted whether it accepted
   * @param words its reason in prose when it did not, empty otherwise
   * @param leftToCaller numbers of failed steps that the library leaves to whoever calls it, such
   *     as the single use of a challenge, or checks less strictly
   */
  public record LibraryDecision(boolean accepted, String words, List<String> leftToCaller) {

    public LibraryDecision {
      leftToCaller = List.copyOf(leftToCaller);
    }

    public LibraryDecision(boolean accepted, String words) {
      this(accepted, words, List.of());
    }
  }

  public Verdict {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /** The same, and the account as it is now. */
  public Verdict of(User now) {
    return new Verdict(
        kind, accepted, steps, library, warnings, credential, attestation, Optional.of(now));
  }

  /** The steps that failed, in order. */
  public List<Step> failedSteps() {
    return steps.stream().filter(step -> step.outcome() == Step.Outcome.FAILED).toList();
  }

  /**
   * Whether the steps and the library came to different ends, which is a defect of this program:
   * the library refused where every step passed, or it accepted although a step failed that is not
   * left to its caller. A verdict is never accepted then.
   */
  public boolean disagrees() {
    return library.accepted()
        ? !failedSteps().stream().map(Step::number).allMatch(library.leftToCaller()::contains)
        : failedSteps().isEmpty();
  }
}
