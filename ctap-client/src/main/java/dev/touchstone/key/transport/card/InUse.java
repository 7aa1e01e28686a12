package dev.touchstone.key.transport.card;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.smartcardio.CardTerminal;

/**
 * The readers that this process has open. The JDK would hand out its one connection a second time,
 * and whoever closes it first would close it for both.
 */
final class InUse {

  private static final Set<CardTerminal> TERMINALS = ConcurrentHashMap.newKeySet();

  private InUse() {}

  /** False if it was taken already. */
  static boolean take(CardTerminal terminal) {
    return TERMINALS.add(terminal);
  }

  static void giveBack(CardTerminal terminal) {
    TERMINALS.remove(terminal);
  }

  static boolean has(CardTerminal terminal) {
    return TERMINALS.contains(terminal);
  }
}
