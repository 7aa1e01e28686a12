package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.KeyRing;
import java.util.Optional;

/** Lists, enrols, names and deletes the fingerprints of a key (CTAP 2.3 §6.7). */
public final class ManageFingerprints {

  private final KeyRing ring;
  private final ChooseKey chooseKey;

  ManageFingerprints(KeyRing ring, ChooseKey chooseKey) {
    this.ring = ring;
    this.chooseKey = chooseKey;
  }

  /** Names the key; empty for the one that {@link ChooseKey} would take. */
  public record Request(Optional<String> keyId) {}

  /**
   * Opens the key, asks nobody yet. The caller closes what it gets.
   *
   * @throws Failure if there is no such key, or it cannot be opened
   */
  public FingerprintSitting open(Request request, KeyWatcher watcher) throws Failure {
    return new FingerprintSitting(KeySitting.open(ring, chooseKey, request.keyId(), watcher));
  }
}
