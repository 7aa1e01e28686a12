package dev.touchstone.app.cli;

import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Where PINs come from: a person without echo, or one line of a script. */
interface PinPrompt {

  /** One PIN for one try; empty when there is none. */
  Optional<Pin> ask(PinRequest request);

  /** Asks the person. Where there is no terminal to ask in, there is no PIN. */
  static PinPrompt fromConsole(Terminal terminal, Cancellation cancellation) {
    return request -> {
      Optional<SilentLine> person = SilentLine.of(terminal);
      if (person.isEmpty()) {
        terminal
            .err()
            .println(
                "The key wants its PIN: run this in a terminal, or give the PIN with --pin-stdin.");
        return Optional.empty();
      }
      Paragraph.lines(explained(request), terminal.columns()).forEach(terminal.err()::println);
      return Answer.unlessCancelled(cancellation, () -> person.get().ask("PIN: "))
          .filter(typed -> typed.length > 0)
          .map(Pin::new);
    };
  }

  /** Answers once with the first line of standard input, then never again. */
  static PinPrompt fromStandardInput(Terminal terminal) {
    return request -> request.lastMistake().isPresent() ? Optional.empty() : line(terminal);
  }

  private static Optional<Pin> line(Terminal terminal) {
    try {
      return Optional.of(PinLine.read(terminal.in()));
    } catch (CharacterCodingException e) {
      terminal.err().println("The PIN on standard input is not UTF-8.");
      return Optional.empty();
    }
  }

  private static String explained(PinRequest request) {
    StringBuilder text = new StringBuilder();
    request.lastMistake().ifPresent(mistake -> text.append(mistake.sentence()).append(' '));
    text.append(request.reason());
    request
        .triesLeft()
        .ifPresent(tries ->
            text.append(tries == 1 ? " One try is left." : " " + tries + " tries are left."));
    return text.append(
            " At least %d characters; Enter alone cancels.".formatted(request.minimumLength()))
        .toString();
  }
}
