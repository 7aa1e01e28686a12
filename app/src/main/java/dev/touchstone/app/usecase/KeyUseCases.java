package dev.touchstone.app.usecase;

import dev.touchstone.app.naming.KeyNames;
import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.largeblob.BlobCipher;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What can be done to keys: see, choose and name them, and administer one. */
public final class KeyUseCases {

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final ChooseByTouch byTouch;
  private final KeyNames names;
  private final RememberedKeys remembered;
  private final InstantSource clock;

  /**
   * Does nothing yet.
   *
   * @param names what people call them
   * @param remembered the keys that may be looked into without a PIN
   */
  public KeyUseCases(
      KeyRing ring,
      ChooseKey chooseKey,
      ChooseByTouch byTouch,
      KeyNames names,
      RememberedKeys remembered,
      InstantSource clock) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.byTouch = byTouch;
    this.names = names;
    this.remembered = remembered;
    this.clock = clock;
  }

  public ListKeys list() {
    return new ListKeys(ring);
  }

  public ShowKey show() {
    return new ShowKey(ring, chooseKey);
  }

  /** Also behind {@code --key touch}: the front end says who tells the person to touch. */
  public ChooseByTouch chooseByTouch() {
    return byTouch;
  }

  public NameKey name() {
    return new NameKey(ring, chooseKey, names);
  }

  public ForgetKeyName forgetName() {
    return new ForgetKeyName(ring, names);
  }

  public WinkKey wink() {
    return new WinkKey(ring, chooseKey);
  }

  public ShowPin showPin() {
    return new ShowPin(ring, chooseKey);
  }

  public SetPin setPin() {
    return new SetPin(ring, chooseKey);
  }

  public ChangePin changePin() {
    return new ChangePin(ring, chooseKey);
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
