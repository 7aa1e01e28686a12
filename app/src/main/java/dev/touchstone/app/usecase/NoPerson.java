package dev.touchstone.app.usecase;

import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import java.util.List;
import java.util.Optional;

/** For commands that ask a person nothing: should a key ask all the same, it gets no answer. */
class NoPerson implements Interaction {

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
