package dev.touchstone.key;

import dev.touchstone.key.overheard.KnownSecrets;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Types the PINs that a test gives, one per request, then declines; remembers what was asked. */
public final class ScriptedPerson implements Interaction {

  private final Deque<String> toType = new ArrayDeque<>();
  private ToIntFunction<List<Account>> choice = accounts -> -1;
  private Runnable onTouchWanted = () -> {};

  public final List<PinRequest> asked = new ArrayList<>();
  public final List<Pin> typed = new ArrayList<>();
  public final List<String> touches = new ArrayList<>();
  public final List<List<Account>> offered = new ArrayList<>();

  public ScriptedPerson typing(String... pins) {
    toType.addAll(List.of(pins));
    List.of(pins).forEach(KnownSecrets::addPin);
    return this;
  }

  public ScriptedPerson choosing(ToIntFunction<List<Account>> choice) {
    this.choice = choice;
    return this;
  }

  public ScriptedPerson whenTouchIsWanted(Runnable action) {
    this.onTouchWanted = action;
    return this;
  }

  @Override
  public void touchWanted() {
    touches.add("wanted");
    onTouchWanted.run();
  }

  @Override
  public void touchEnded() {
    touches.add("ended");
  }

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    asked.add(request);
    Optional<Pin> pin = Optional.ofNullable(toType.poll()).map(text -> new Pin(text.toCharArray()));
    pin.ifPresent(typed::add);
    return pin;
  }

  @Override
  public int chooseAccount(List<Account> accounts) {
    offered.add(accounts);
    return choice.applyAsInt(accounts);
  }
}
