package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.Hint;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardTerminal;

/**
 * The readers that are there.
 *
 * @param obstacle why there are none, where that is not for want of readers
 */
record Readers(List<CardTerminal> terminals, Optional<Hint> obstacle) {

  Readers {
    terminals = List.copyOf(terminals);
  }

  static Readers of(List<CardTerminal> terminals) {
    return new Readers(terminals, Optional.empty());
  }

  static Readers none(Hint why) {
    return new Readers(List.of(), Optional.of(why));
  }
}
