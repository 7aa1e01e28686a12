package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import java.util.Optional;

/** What a key can do and how it is set up: {@code authenticatorGetInfo} in words. */
public final class ShowKey {

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Opens the key, reads it, closes it.
   *
   * @throws Failure if there is no such key or it cannot be read
   */
  public KeyDescription run(Request request) throws Failure {
    return Pending.of(request);
  }
}
