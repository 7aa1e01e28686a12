package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.TouchPrompter;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Asks on standard error to touch the key that is meant. */
final class TerminalTouch implements TouchPrompter {

  private final Terminal terminal;
  private final VirtualTouch virtualTouch;
  private final Cancellation cancellation;
  private boolean asked;
  private @Nullable EnterKey enter;

  TerminalTouch(Terminal terminal, VirtualTouch virtualTouch, Cancellation cancellation) {
    this.terminal = terminal;
    this.virtualTouch = virtualTouch;
    this.cancellation = cancellation;
  }

  @Override
  public synchronized void blinks(KeyDevice key) {
    if (!asked) {
      asked = true;
      terminal.err().println("Touch the key that you mean. These blink:");
    }
    terminal.err().printf("  %s  %s%s%n", key.id(), Visible.line(key.title()), how(key));
  }

  private String how(KeyDevice key) {
    if (key.transport() != Transport.VIRTUAL) {
      return "";
    }
    if (enter == null && terminal.inIsTerminal() && !virtualTouch.isUnattended()) {
      enter = EnterKey.await(terminal.in(), virtualTouch::touch);
      return "  (press Enter, or: touchstone lab touch %s)".formatted(key.id());
    }
    return "  (touchstone lab touch %s)".formatted(key.id());
  }

  @Override
  public synchronized void ended() {
    if (enter != null) {
      enter.close();
      enter = null;
    }
  }

  @Override
  public Cancellation cancellation() {
    return cancellation;
  }
}
