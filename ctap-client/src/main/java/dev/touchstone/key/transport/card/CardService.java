package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.Hint;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardTerminal;

/**
 * How the PC/SC service is doing.
 *
 * @param readers their names
 * @param obstacle why there are none, where that is not for want of readers
 */
public record CardService(List<String> readers, Optional<Hint> obstacle) {

  /** Asks the service of this machine. */
  public static CardService ask() {
    Readers found = PcscService.ofThisSystem().readers();
    return new CardService(
        found.terminals().stream().map(CardTerminal::getName).toList(), found.obstacle());
  }
}
