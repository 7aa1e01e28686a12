package dev.touchstone.app.ui.keys;

import dev.touchstone.app.usecase.KeyWatcher;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;

/** A person who has typed a PIN already: it is given once, and no other. */
final class TypedOnce implements KeyWatcher {

  private Optional<Pin> pin;

  TypedOnce(Pin pin) {
    this.pin = Optional.of(pin);
  }

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    Optional<Pin> given = pin;
    pin = Optional.empty();
    return given;
  }

  @Override
  public void keyChosen(KeyDevice key) {}

  @Override
  public void touchWanted() {}

  @Override
  public void touchEnded() {}

  @Override
  public int chooseAccount(List<Account> accounts) {
    return -1;
  }
}
