package dev.touchstone.rp;

import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.trust.TrustBase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a relying party is set up.
 *
 * @param database where records are kept
 * @param secretKeys where the keys are that encrypt secrets among them
 * @param rpId WebAuthn Level 3 §5.4.2, a domain
 * @param rpName what keys and clients call it
 * @param origins accepted exactly as they stand here
 * @param counterPolicy what to do when a signature counter did not go up
 * @param trustRequired whether a registration whose attestation leads to no trust anchor is refused
 * @param trust whom is trusted besides what the database says of it; asked each time
 * @param challengeLifetime how long a challenge may be answered
 * @param clock tells when challenges expire and certificates are valid
 * @param random makes challenges and user handles
 * @param outbox the folder into which mail goes while no mail server is chosen
 */
public record Settings(
    DatabaseLocation database,
    KeyPlace secretKeys,
    String rpId,
    String rpName,
    List<String> origins,
    CounterPolicy counterPolicy,
    boolean trustRequired,
    Supplier<TrustBase> trust,
    Duration challengeLifetime,
    InstantSource clock,
    SecureRandom random,
    Path outbox) {

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
      DatabaseLocation database,
      KeyPlace secretKeys,
      TrustAnchors trustAnchors,
      InstantSource clock,
      SecureRandom random) {
    TrustBase trust = TrustBase.of(trustAnchors);
    return new Settings(
        database,
        secretKeys,
        "localhost",
        "Touchstone",
        List.of("https://localhost"),
        CounterPolicy.REFUSE,
        false,
        () -> trust,
        Duration.ofMinutes(5),
        clock,
        random,
        beside(database));
  }

  /**
   * The usual relying party in one folder: an SQLite file, and beside it the file with the keys.
   */
  public static Settings standard(
      Path database, TrustAnchors trustAnchors, InstantSource clock, SecureRandom random) {
    KeyFile keys = new KeyFile(database.resolveSibling("secret.key"));
    return standard(
        new DatabaseLocation.SqliteFile(database),
        new KeyPlace.Outside(keys),
        trustAnchors,
        clock,
        random);
  }

  private static Path beside(DatabaseLocation database) {
    return switch (database) {
      case DatabaseLocation.SqliteFile it -> it.file().resolveSibling("outbox");
      case DatabaseLocation.PostgresDatabase _ -> Path.of("outbox");
    };
  }

  /** The same relying party with another folder for mail that no server takes. */
  public Settings withOutbox(Path folder) {
    return new Settings(
        database,
        secretKeys,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        trust,
        challengeLifetime,
        clock,
        random,
        folder);
  }

  /** The same relying party with another database. */
  public Settings withDatabase(DatabaseLocation other, KeyPlace keys) {
    return new Settings(
        other,
        keys,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        trust,
        challengeLifetime,
        clock,
        random,
        outbox);
  }

  public Settings withRp(String id, String name, List<String> itsOrigins) {
    return new Settings(
        database,
        secretKeys,
        id,
        name,
        itsOrigins,
        counterPolicy,
        trustRequired,
        trust,
        challengeLifetime,
        clock,
        random,
        outbox);
  }

  public Settings withCounterPolicy(CounterPolicy policy) {
    return new Settings(
        database,
        secretKeys,
        rpId,
        rpName,
        origins,
        policy,
        trustRequired,
        trust,
        challengeLifetime,
        clock,
        random,
        outbox);
  }

  public Settings withTrustRequired(boolean required) {
    return new Settings(
        database,
        secretKeys,
        rpId,
        rpName,
        origins,
        counterPolicy,
        required,
        trust,
        challengeLifetime,
        clock,
        random,
        outbox);
  }

  public Settings withTrust(Supplier<TrustBase> other) {
    return new Settings(
        database,
        secretKeys,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        other,
        challengeLifetime,
        clock,
        random,
        outbox);
  }

  /** The part of it that the ceremonies know. */
  Policy policy() {
    return new Policy(rpId, rpName, origins, counterPolicy, trustRequired, challengeLifetime);
  }
}
