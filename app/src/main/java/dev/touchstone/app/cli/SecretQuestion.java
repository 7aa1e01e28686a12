package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.session.Pin;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * Asks for a password, a secret or a code: without echo, or from standard input. Never an option.
 */
final class SecretQuestion {

  /** Tokens have thousands of characters. */
  private static final int LONGEST = 64 * 1024;

  private SecretQuestion() {}

  /**
   * Asks.
   *
   * @param question as it stands before the cursor
   * @param what names it in a complaint
   * @return what was typed or piped in, never empty; the caller wipes it
   * @throws Failure if nothing came
   */
  static char[] ask(CommandContext context, boolean fromInput, String question, String what)
      throws Failure {
    char[] answer =
        fromInput || !context.terminal().inIsTerminal()
            ? piped(context.terminal(), what)
            : typed(context, question);
    if (answer.length == 0) {
      throw missing(what);
    }
    return answer;
  }

  private static char[] typed(CommandContext context, String question) {
    Optional<SilentLine> person = SilentLine.of(context.terminal());
    return person
        .flatMap(line -> Answer.unlessCancelled(context.cancellation(), () -> line.ask(question)))
        .orElseGet(() -> new char[0]);
  }

  private static char[] piped(Terminal terminal, String what) throws Failure {
    try {
      Pin line = PinLine.read(terminal.in(), LONGEST);
      char[] copy = line.copyCharacters();
      line.destroy();
      return copy;
    } catch (CharacterCodingException e) {
      throw missing(what);
    }
  }

  private static Failure missing(String what) {
    return new Failure(
        new Advice(
            Advice.Kind.USAGE,
            "No %s was given.".formatted(what),
            "Nothing was changed.",
            "Type it when you are asked, or pipe it in as one line of UTF-8.",
            ""));
  }
}
