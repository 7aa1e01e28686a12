package dev.touchstone.rp.ceremony;

import java.time.Duration;
import java.util.List;

/**
 * What this relying party expects and tolerates.
 *
 * @param rpId WebAuthn Level 3 §5.4.2
 * @param rpName what keys and clients call it
 * @param origins accepted exactly as they stand here
 * @param counterPolicy what to do when a signature counter did not go up
 * @param trustRequired whether a registration whose attestation leads to no trust anchor is refused
 * @param challengeLifetime how long a challenge may be answered
 */
public record Policy(
    String rpId,
    String rpName,
    List<String> origins,
    CounterPolicy counterPolicy,
    boolean trustRequired,
    Duration challengeLifetime) {

  public Policy {
    origins = List.copyOf(origins);
  }
}
