package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.KeyRing;
import java.util.Optional;

/** Shows and changes the settings of a key (CTAP 2.3 §6.11). */
public final class ConfigureKey {

  private final KeyRing ring;
  private final ChooseKey chooseKey;

  ConfigureKey(KeyRing ring, ChooseKey chooseKey) {
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
  public KeySettingsSitting open(Request request, KeyWatcher watcher) throws Failure {
    return new KeySettingsSitting(KeySitting.open(ring, chooseKey, request.keyId(), watcher));
  }
}
