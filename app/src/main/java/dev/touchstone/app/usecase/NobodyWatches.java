package dev.touchstone.app.usecase;

import dev.touchstone.key.transport.KeyDevice;

/** Lets a ceremony run that nobody looks at, and declines whatever it asks. */
public final class NobodyWatches extends NoPerson implements CeremonyWatcher {

  @Override
  public void keyChosen(KeyDevice key) {}

  @Override
  public void stage(Stage stage) {}
}
