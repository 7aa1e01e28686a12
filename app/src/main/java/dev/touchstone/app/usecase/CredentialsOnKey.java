package dev.touchstone.app.usecase;

import dev.touchstone.key.manage.KeyCredentials;
import dev.touchstone.key.transport.KeyDevice;
import java.time.Instant;
import java.util.Optional;

/**
 * What was found on a key.
 *
 * @param withoutPin present if they were listed by a right that was remembered
 * @param note something the person should know besides, a sentence or two; may be empty
 */
public record CredentialsOnKey(
    KeyDevice key, KeyCredentials content, Optional<WithoutPin> withoutPin, String note) {

  /**
   * The right by which they were listed.
   *
   * @param since when somebody who knew the PIN gave it
   * @param lastLook when they were last listed by it, before this
   * @param changed whether anything changed since then; empty where the key does not tell
   */
  public record WithoutPin(Instant since, Instant lastLook, Optional<Boolean> changed) {}
}
