package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.manage.NewPinRules;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** What is asked before the PIN of a key is set or changed. */
final class PinQuestions {

  private static final String NOTHING = "Nothing was changed.";

  private final CommandContext context;
  private final Terminal terminal;
  private final boolean fromStandardInput;
  private final Silence silence;

  /** How a person answers without echo; empty for who cancels. */
  @FunctionalInterface
  interface Silence {
    Optional<Pin> ask(String question) throws Failure;
  }

  /**
   * @param fromStandardInput lines of a script, instead of a person
   */
  PinQuestions(CommandContext context, boolean fromStandardInput) {
    this(context, fromStandardInput, question -> withoutEcho(context, question));
  }

  PinQuestions(CommandContext context, boolean fromStandardInput, Silence silence) {
    this.context = context;
    this.terminal = context.terminal();
    this.fromStandardInput = fromStandardInput;
    this.silence = silence;
  }

  /** How sentences call a key. */
  static String name(KeyDevice key) {
    return "%s (%s)".formatted(key.name(), key.id());
  }

  /**
   * Asks whether to go on, for a key that cannot be thrown away like a file.
   *
   * @param yes it was answered beforehand
   */
  void consent(KeyDevice key, String change, boolean yes) throws Failure {
    if (yes || key.transport() == Transport.VIRTUAL) {
      return;
    }
    String lasting = "There is no way back but a reset, which deletes all credentials on the key.";
    if (fromStandardInput || !terminal.inIsTerminal()) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "This would %s of %s.".formatted(change, name(key)),
              lasting,
              "Nothing was changed; add --yes to do it.",
              ""));
    }
    say("This will %s of %s. %s".formatted(change, name(key), lasting));
    terminal.err().print("Go on? [y/N] ");
    terminal.err().flush();
    String answer =
        Answer.unlessCancelled(context.cancellation(), () -> LineReader.line(terminal.in()))
            .orElse("");
    if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
      throw cancelled();
    }
  }

  /** The PIN that the key has; the caller destroys it. */
  Pin current(int triesLeft) throws Failure {
    if (fromStandardInput) {
      return line();
    }
    return typed(
        "Current PIN (%s): ".formatted(triesLeft == 1 ? "last try" : triesLeft + " tries left"));
  }

  /** The PIN that it is to have, typed twice by a person; the caller destroys it. */
  Pin fresh(KeyDevice key, NewPinRules rules) throws Failure {
    if (fromStandardInput) {
      return line();
    }
    say(
        "The new PIN of %s needs at least %d characters; Enter alone cancels."
            .formatted(name(key), rules.minimumLength()));
    if (rules.complexity()) {
      say(rules.sentences().getLast());
    }
    while (true) {
      Pin pin = typed("New PIN: ");
      Optional<Kind> broken = rules.brokenBy(pin);
      if (broken.isEmpty() && isRepeated(pin)) {
        return pin;
      }
      pin.destroy();
      say(broken.map(rules::sentence).orElse("The two are not the same."));
    }
  }

  private boolean isRepeated(Pin pin) throws Failure {
    Pin again;
    try {
      again = typed("New PIN once more: ");
    } catch (Failure e) {
      pin.destroy();
      throw e;
    }
    try {
      return pin.isSameAs(again);
    } finally {
      again.destroy();
    }
  }

  private Pin typed(String question) throws Failure {
    return silence.ask(question).orElseThrow(PinQuestions::cancelled);
  }

  private Pin line() throws Failure {
    try {
      return PinLine.read(terminal.in());
    } catch (CharacterCodingException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "A PIN on standard input is not UTF-8.",
              NOTHING,
              "Give each PIN as one line of UTF-8.",
              "CTAP 2.3 §6.5.1"),
          e);
    }
  }

  private static Optional<Pin> withoutEcho(CommandContext context, String question) throws Failure {
    Optional<SilentLine> person = SilentLine.of(context.terminal());
    if (person.isEmpty()) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "There is no terminal to type a PIN in.",
              NOTHING,
              "Run this in a terminal, or give the PIN with --pin-stdin.",
              ""));
    }
    return Answer.unlessCancelled(context.cancellation(), () -> person.get().ask(question))
        .filter(typed -> typed.length > 0)
        .map(Pin::new);
  }

  private void say(String paragraph) {
    Paragraph.lines(paragraph, terminal.columns()).forEach(terminal.err()::println);
  }

  private static Failure cancelled() {
    return new Failure(new Advice(Advice.Kind.CANCELLED, "Cancelled.", NOTHING, "", ""));
  }
}
