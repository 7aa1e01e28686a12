package dev.touchstone.app.usecase;

import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.largeblob.BlobCipher;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What can be done to a key by who administers it. */
public final class KeyUseCases {

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final RememberedKeys remembered;
  private final InstantSource clock;

  /**
   * Does nothing yet.
   *
   * @param remembered the keys that may be looked into without a PIN
   */
  public KeyUseCases(
      KeyRing ring, ChooseKey chooseKey, RememberedKeys remembered, InstantSource clock) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.remembered = remembered;
    this.clock = clock;
  }

  public ManageKeyCredentials credentials() {
    return new ManageKeyCredentials(ring, chooseKey, remembered, clock);
  }

  public ShowRemembered showRemembered() {
    return new ShowRemembered(remembered);
  }

  public ForgetKeys forgetKeys() {
    return new ForgetKeys(remembered);
  }

  public ManageFingerprints fingerprints() {
    return new ManageFingerprints(ring, chooseKey);
  }

  public ConfigureKey configureKey() {
    return new ConfigureKey(ring, chooseKey);
  }

  public ResetKey resetKey() {
    return new ResetKey(ring, chooseKey, clock);
  }

  public VerifyPin verifyPin() {
    return new VerifyPin(ring, chooseKey);
  }

  public ManageLargeBlobs largeBlobs() {
    return new ManageLargeBlobs(ring, chooseKey, new BlobCipher(new SecureRandom()));
  }
}
