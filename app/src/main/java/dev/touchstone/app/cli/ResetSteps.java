package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.ResetWatcher;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Tells in the terminal what the person does next while a key is reset. */
final class ResetSteps implements ResetWatcher {

  private final Terminal terminal;
  private final TerminalWatcher person;
  private final InstantSource clock;
  private String purpose = "";

  ResetSteps(Terminal terminal, TerminalWatcher person, InstantSource clock) {
    this.terminal = terminal;
    this.person = person;
    this.clock = clock;
  }

  @Override
  public void step(Step step) {
    switch (step) {
      case Step.TakeOut(KeyDevice key) -> say(takeOut(key));
      case Step.PutBack(KeyDevice key) -> say(putBack(key));
      case Step.LookAt(KeyDevice _, Optional<Instant> until) ->
          until.ifPresent(end ->
              say("There it is. It takes a reset for %d more seconds.".formatted(secondsTo(end))));
      case Step.Reset(KeyDevice _, boolean longTouch, Optional<Instant> until) ->
          purpose =
              (longTouch
                      ? " and keep your finger there for ten seconds, to reset it"
                      : " to reset it")
                  + until.map(end -> ", within %d seconds".formatted(secondsTo(end))).orElse("");
    }
  }

  private static String takeOut(KeyDevice key) {
    return switch (key.transport()) {
      case USB_HID -> "Unplug %s now.".formatted(PinQuestions.name(key));
      case SMART_CARD -> "Take the key out of the reader, or off it.";
      case VIRTUAL, UDP -> "Unplug it now: touchstone lab unplug %s".formatted(key.id());
    };
  }

  private static String putBack(KeyDevice key) {
    return switch (key.transport()) {
      case USB_HID -> "Plug it in again.";
      case SMART_CARD -> "Put it back.";
      case VIRTUAL, UDP -> "Plug it in again: touchstone lab plug %s".formatted(key.id());
    };
  }

  private long secondsTo(Instant end) {
    return Math.max(0, Duration.between(clock.instant(), end).toSeconds());
  }

  private void say(String line) {
    Paragraph.lines(Visible.of(line), terminal.columns()).forEach(terminal.err()::println);
  }

  @Override
  public void keyChosen(KeyDevice key) {
    person.keyChosen(key);
  }

  @Override
  public void touchWanted() {
    person.touchWanted(purpose);
  }

  @Override
  public void touchEnded() {
    person.touchEnded();
  }

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    return Optional.empty();
  }

  @Override
  public int chooseAccount(List<Account> accounts) {
    return -1;
  }
}
