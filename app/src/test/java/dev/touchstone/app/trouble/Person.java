package dev.touchstone.app.trouble;

import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Types these PINs, one for each question, then declines; keeps the arrays that it typed into. */
final class Person implements Interaction {

  private final Deque<String> toType;
  private final List<char[]> typed = new ArrayList<>();
  private Runnable whenAsked = () -> {};
  private Runnable whenTouchIsWanted = () -> {};

  Person(List<String> toType) {
    this.toType = new ArrayDeque<>(toType);
  }

  Person whenAsked(Runnable action) {
    whenAsked = action;
    return this;
  }

  Person whenTouchIsWanted(Runnable action) {
    whenTouchIsWanted = action;
    return this;
  }

  /** A PIN that is not asked for but handed over, as to change it. */
  Pin hand(String pin) {
    char[] characters = pin.toCharArray();
    typed.add(characters);
    return new Pin(characters);
  }

  /** Every array that a PIN was typed into. */
  List<char[]> typed() {
    return typed;
  }

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    whenAsked.run();
    return Optional.ofNullable(toType.poll()).map(this::hand);
  }

  @Override
  public void touchWanted() {
    whenTouchIsWanted.run();
  }

  @Override
  public void touchEnded() {}

  @Override
  public int chooseAccount(List<Account> accounts) {
    return 0;
  }
}
