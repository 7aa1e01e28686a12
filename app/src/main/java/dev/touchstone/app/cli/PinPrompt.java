package dev.touchstone.app.cli;

import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Where PINs come from: a person without echo, or one line of a script. */
interface PinPrompt {

  /** One PIN for one try; empty when there is none. */
  Optional<Pin> ask(PinRequest request);

  /** Asks the person. Where there is no terminal to ask in, there is no PIN. */
  static PinPrompt fromConsole(Terminal terminal, Cancellation cancellation) {
    return request -> {
      Optional<Console> console = Terminal.console();
      if (console.isEmpty() || !terminal.inIsTerminal()) {
        terminal
            .err()
            .println(
                "The key wants its PIN: run this in a terminal, or give the PIN with --pin-stdin.");
        return Optional.empty();
      }
      Paragraph.lines(explained(request), terminal.columns()).forEach(terminal.err()::println);
      return Answer.unlessCancelled(cancellation, () -> console.get().readPassword("PIN: "))
          .filter(typed -> typed.length > 0)
          .map(Pin::new);
    };
  }

  /** Answers once with the first line of standard input, then never again. */
  static PinPrompt fromStandardInput(Terminal terminal) {
    return request ->
        request.lastMistake().isPresent()
            ? Optional.empty()
            : Optional.of(firstLine(terminal.in()));
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

  /** Through buffers that can be wiped, never through a String. */
  private static Pin firstLine(InputStream in) {
    byte[] bytes = new byte[256];
    int length = 0;
    try {
      for (int b = in.read(); b >= 0 && b != '\n' && length < bytes.length; b = in.read()) {
        if (b != '\r') {
          bytes[length++] = (byte) b;
        }
      }
      CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
      char[] pin = new char[characters.remaining()];
      characters.get(pin);
      Arrays.fill(characters.array(), '\0');
      return new Pin(pin);
    } catch (IOException e) {
      return new Pin(new char[0]);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
