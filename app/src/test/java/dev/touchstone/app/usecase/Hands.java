package dev.touchstone.app.usecase;

import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of a person who resets a key and does what they are told to. */
final class Hands implements ResetWatcher {
  final List<String> steps = new ArrayList<>();
  Optional<Instant> until = Optional.empty();
  Runnable whenToTakeOut = () -> {};
  Runnable whenToPutBack = () -> {};
  Runnable whenLookedAt = () -> {};
  Runnable whenTouchIsWanted = () -> {};

  @Override
  public void step(Step step) {
    steps.add(step.getClass().getSimpleName());
    switch (step) {
      case Step.TakeOut _ -> whenToTakeOut.run();
      case Step.PutBack _ -> whenToPutBack.run();
      case Step.LookAt _ -> whenLookedAt.run();
      case Step.Reset doing -> until = doing.until();
    }
  }

  @Override
  public void keyChosen(KeyDevice chosen) {}

  @Override
  public void touchWanted() {
    whenTouchIsWanted.run();
  }

  @Override
  public void touchEnded() {}

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    throw new AssertionError("a reset needs no PIN");
  }

  @Override
  public int chooseAccount(List<Account> accounts) {
    throw new AssertionError("a reset has no accounts");
  }
}
