package dev.touchstone.rp.ceremony.token;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.Records;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives out what must be random or fresh: challenges, user handles, and the ceremonies that hold
 * them.
 */
public final class Issuer {

  /**
   * An answer that is late by no more than this is told so; to a later one, the ceremony is
   * unknown. Strangers begin ceremonies: what they leave behind goes within minutes.
   */
  private static final Duration MEMORY = Duration.ofMinutes(10);

  /** WebAuthn Level 3 §13.4.3 asks for 16 at least. */
  private static final int CHALLENGE_BYTES = 32;

  private static final int USER_HANDLE_BYTES = 32;

  private final InstantSource clock;
  private final SecureRandom random;
  private final Duration lifetime;
  private final Occasion forgetting = new Occasion(Duration.ofSeconds(10));

  public Issuer(InstantSource clock, SecureRandom random, Duration lifetime) {
    this.clock = clock;
    this.random = random;
    this.lifetime = lifetime;
  }

  /** The time, as exactly as it is stored. */
  public Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /**
   * Random but for the time that stands in front: challenges that are given out one after the other
   * then lie side by side in the store, and are found and forgotten there by few pages.
   */
  public Bytes challenge() {
    byte[] bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    ByteBuffer.wrap(bytes)
        .putShort((short) (clock.millis() >> Integer.SIZE))
        .putInt((int) clock.millis());
    return Bytes.of(bytes);
  }

  /** Random, so that it tells nothing of the person (WebAuthn Level 3 §14.6.1). */
  public Bytes userHandle() {
    return random(USER_HANDLE_BYTES);
  }

  /** A ceremony that begins now. */
  public Ceremony issue(
      CeremonyKind kind,
      Optional<Bytes> userHandle,
      Optional<User> newcomer,
      String label,
      Bytes challenge,
      String optionsJson) {
    Instant now = now();
    return new Ceremony(
        kind,
        userHandle,
        newcomer,
        label,
        challenge,
        optionsJson,
        now,
        now.plus(lifetime),
        Optional.empty());
  }

  /** Stores the ceremony, and forgets those that are too old to matter. */
  public PendingCeremony remember(Ceremony ceremony, Records records) {
    if (forgetting.due(ceremony.begun())) {
      records.ceremonies().forgetExpiredBefore(ceremony.begun().minus(MEMORY));
    }
    records.ceremonies().add(ceremony);
    return new PendingCeremony(ceremony);
  }

  private Bytes random(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
