package dev.touchstone.app.usecase;

import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;

/** Lets a ceremony run that nobody looks at, and declines whatever it asks. */
public final class NobodyWatches implements CeremonyWatcher {

  @Override
  public void keyChosen(KeyDevice key) {}

  @Override
  public void stage(Stage stage) {}

  @Override
  public void touchWanted() {}

  @Override
  public void touchEnded() {}

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    return Optional.empty();
  }

  @Override
  public int chooseAccount(List<Account> accounts) {
    return -1;
  }
}
