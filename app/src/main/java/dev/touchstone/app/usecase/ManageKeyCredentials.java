package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.key.KeyRing;
import java.time.InstantSource;
import java.util.Optional;

/** Lists, renames and deletes the discoverable credentials on a key (CTAP 2.3 §6.8). */
public final class ManageKeyCredentials {

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final RememberedKeys remembered;
  private final InstantSource clock;

  ManageKeyCredentials(
      KeyRing ring, ChooseKey chooseKey, RememberedKeys remembered, InstantSource clock) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.remembered = remembered;
    this.clock = clock;
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Opens the key, asks nobody yet. The caller closes what it gets.
   *
   * @throws Failure if there is no such key, or it cannot be opened
   */
  public KeyCredentialSitting open(Request request, KeyWatcher watcher) throws Failure {
    return new KeyCredentialSitting(
        KeySitting.open(ring, chooseKey, request.keyId(), watcher),
        new RememberedAccess(remembered, clock));
  }
}
