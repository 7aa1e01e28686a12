package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.CeremonyWatcher;
import dev.touchstone.app.usecase.Stage;
import dev.touchstone.app.virtual.LabKeyDevice;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.fixture.lab.TouchedBy;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a ceremony in the terminal: everything it says goes to standard error. */
final class TerminalWatcher implements CeremonyWatcher {

  private final Terminal terminal;
  private final VirtualTouch virtualTouch;
  private final PinPrompt pins;
  private final Cancellation cancellation;
  private final boolean keyWasNamed;
  private String usualPurpose = "";
  private boolean virtual;
  private boolean touchesItself;
  private String name = "";
  private @Nullable EnterKey enter;

  TerminalWatcher(
      Terminal terminal,
      VirtualTouch virtualTouch,
      PinPrompt pins,
      Cancellation cancellation,
      boolean keyWasNamed) {
    this.terminal = terminal;
    this.virtualTouch = virtualTouch;
    this.pins = pins;
    this.cancellation = cancellation;
    this.keyWasNamed = keyWasNamed;
  }

  @Override
  public void keyChosen(KeyDevice key) {
    virtual = key.transport() == Transport.VIRTUAL;
    touchesItself = virtual && touchesItself(key);
    name = key.id();
    if (!keyWasNamed || touchesItself) {
      say(
          virtual
              ? "Using the virtual key '%s'%s.".formatted(name, selfTouch())
              : "Using %s (%s).".formatted(Visible.line(key.name()), key.id()));
    }
  }

  private boolean touchesItself(KeyDevice key) {
    Optional<TouchedBy> elsewhere =
        key.wires().getFirst() instanceof LabKeyDevice onTheShelf
            ? onTheShelf.touchedElsewhere()
            : Optional.empty();
    boolean waitsThere = elsewhere.isPresent() && virtualTouch.isUnattended();
    return elsewhere.equals(Optional.of(TouchedBy.ITSELF))
        || (virtualTouch.isAutomatic() && !waitsThere);
  }

  /** A key that touches itself is not what a person expects of one, so it is always said. */
  private String selfTouch() {
    return touchesItself ? ", which touches itself" : "";
  }

  @Override
  public void stage(Stage stage) {
    // A terminal shows questions and the result; what lies between takes no time worth a line.
  }

  @Override
  public void touchWanted() {
    touchWanted(usualPurpose);
  }

  /**
   * What touches are for from now on.
   *
   * @param purpose with a space before it
   */
  void touchesAre(String purpose) {
    usualPurpose = purpose;
  }

  /**
   * Asks for a touch.
   *
   * @param purpose what it is for, with a space before it; may be empty
   */
  void touchWanted(String purpose) {
    if (!virtual) {
      say("Touch the key now%s: it blinks.".formatted(purpose));
    } else if (touchesItself) {
      return;
    } else if (virtualTouch.isUnattended()) {
      say("%s waits for a touch%s: touchstone lab touch %s".formatted(name, purpose, name));
    } else {
      say("The virtual key '%s' waits for a touch%s: press Enter.".formatted(name, purpose));
      enter = EnterKey.await(terminal.in(), virtualTouch::touch);
    }
  }

  @Override
  public void touchEnded() {
    if (enter != null) {
      enter.close();
      enter = null;
    }
  }

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    return pins.ask(request);
  }

  @Override
  public int chooseAccount(List<Account> accounts) {
    if (!terminal.inIsTerminal()) {
      // Their names are not said: without user verification a key tells handles alone.
      say("Several accounts match: name one with --user; 'touchstone users' lists them.");
      return -1;
    }
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      say("  %d  %s  %s".formatted(i + 1, name(account), Visible.line(account.displayName())));
    }
    terminal.err().print("Which account signs in? ");
    terminal.err().flush();
    String answer =
        Answer.unlessCancelled(cancellation, () -> LineReader.line(terminal.in())).orElse("");
    boolean number = answer.matches("[1-9][0-9]{0,3}");
    int chosen = number ? Integer.parseInt(answer) - 1 : -1;
    return chosen < accounts.size() ? chosen : -1;
  }

  private static String name(Account account) {
    return Visible.line(account.name().isEmpty() ? account.userHandle() : account.name());
  }

  private void say(String line) {
    terminal.err().println(line);
  }
}
