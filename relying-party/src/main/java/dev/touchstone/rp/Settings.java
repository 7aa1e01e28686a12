package dev.touchstone.rp;

import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.ceremony.Policy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a relying party is set up.
 *
 * @param database the SQLite file; it is made, with its folder, when it does not exist
 * @param rpId WebAuthn Level 3 §5.4.2, a domain
 * @param rpName what keys and clients call it
 * @param origins accepted exactly as they stand here
 * @param counterPolicy what to do when a signature counter did not go up
 * @param trustRequired whether a registration whose attestation leads to no trust anchor is refused
 * @param trust whom is trusted, and which authenticators are taken; asked each time
 * @param challengeLifetime how long a challenge may be answered
 * @param clock tells when challenges expire and certificates are valid
 * @param random makes challenges and user handles
 */
public record Settings(
    Path database,
    String rpId,
    String rpName,
    List<String> origins,
    CounterPolicy counterPolicy,
    boolean trustRequired,
    Supplier<Trust> trust,
    Duration challengeLifetime,
    InstantSource clock,
    SecureRandom random) {

  public Settings {
    origins = List.copyOf(origins);
  }

  /**
   * The usual relying party: {@code localhost} at {@code https://localhost}, five minutes for an
   * answer, untrusted attestation registered but shown as such. A counter that did not go up is
   * refused: whoever comes to find out about a key sees the failing step, and an operator who lives
   * with keys that count badly loosens it knowingly.
   */
  public static Settings standard(
      Path database, TrustAnchors trustAnchors, InstantSource clock, SecureRandom random) {
    return new Settings(
        database,
        "localhost",
        "Touchstone",
        List.of("https://localhost"),
        CounterPolicy.REFUSE,
        false,
        () -> Trust.of(trustAnchors),
        Duration.ofMinutes(5),
        clock,
        random);
  }

  public Settings withRp(String id, String name, List<String> itsOrigins) {
    return new Settings(
        database,
        id,
        name,
        itsOrigins,
        counterPolicy,
        trustRequired,
        trust,
        challengeLifetime,
        clock,
        random);
  }

  public Settings withCounterPolicy(CounterPolicy policy) {
    return new Settings(
        database,
        rpId,
        rpName,
        origins,
        policy,
        trustRequired,
        trust,
        challengeLifetime,
        clock,
        random);
  }

  public Settings withTrustRequired(boolean required) {
    return new Settings(
        database,
        rpId,
        rpName,
        origins,
        counterPolicy,
        required,
        trust,
        challengeLifetime,
        clock,
        random);
  }

  public Settings withTrust(Supplier<Trust> other) {
    return new Settings(
        database,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        other,
        challengeLifetime,
        clock,
        random);
  }

  /** The part of it that the ceremonies know. */
  Policy policy() {
    return new Policy(rpId, rpName, origins, counterPolicy, trustRequired, challengeLifetime);
  }
}
