package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.ceremony.check.Finding;

/** Step 22 of WebAuthn Level 3 §7.2, and §6.1.1: a counter that does not go up may mean a clone. */
record CounterStep(AuthenticationEvidence evidence, CounterPolicy policy) {

  private static final String MAY_BE_CLONE =
      "The signature counter did not go up: the key may be a clone. ";

  Finding finding() {
    return Finding.of(
        evidence.record(),
        record ->
            Finding.of(
                evidence.authenticatorData(),
                data -> {
                  long stored = record.credential().signCount();
                  return judge(stored, data.signCount())
                      .with(
                          "signCount",
                          stored == 0 ? "0, or more" : "more than " + stored,
                          Long.toString(data.signCount()));
                }));
  }

  /** Whether the counter did not go up where it should have. */
  boolean wentBack() {
    return evidence
        .record()
        .present()
        .flatMap(record ->
            evidence
                .authenticatorData()
                .present()
                .map(AuthenticatorData::signCount)
                .filter(received -> wentBack(record.credential().signCount(), received)))
        .isPresent();
  }

  private boolean wentBack(long stored, long received) {
    return !evidence.repeated() && (stored != 0 || received != 0) && received <= stored;
  }

  private Finding judge(long stored, long received) {
    if (stored == 0 && received == 0) {
      return Finding.notApplicable("The key does not count: both counters are zero.");
    }
    if (evidence.repeated()) {
      return Finding.notApplicable(
          "The challenge was used before, by this very response: its counter was judged then.");
    }
    if (!wentBack(stored, received)) {
      return Finding.passed("The signature counter went up.");
    }
    return switch (policy) {
      case REFUSE -> Finding.failed(MAY_BE_CLONE + "The policy is to refuse.");
      case WARN -> Finding.passed(MAY_BE_CLONE + "The policy is to warn.");
      case ACCEPT -> Finding.passed(MAY_BE_CLONE + "The policy is to accept.");
    };
  }
}
