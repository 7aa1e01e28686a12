package dev.touchstone.app.usecase;

import dev.touchstone.key.KeyRing;

/** What can be done to a key by who administers it. */
public final class KeyUseCases {

  private final KeyRing ring;
  private final ChooseKey chooseKey;

  public KeyUseCases(KeyRing ring) {
    this.ring = ring;
    this.chooseKey = new ChooseKey(ring);
  }

  public ManageKeyCredentials credentials() {
    return new ManageKeyCredentials(ring, chooseKey);
  }

  public ManageFingerprints fingerprints() {
    return new ManageFingerprints(ring, chooseKey);
  }
}
