package dev.touchstone.key.session;

import com.yubico.yubikit.core.application.CommandState;
import dev.touchstone.key.ctap.Authenticator;
import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.transport.Symptom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One opened key. One command at a time; calls block their thread for as long as the person takes,
 * so make them on a platform thread (native calls pin virtual ones), and stop them by their {@link
 * Cancellation}: interrupting the thread does not reach the key.
 */
public final class KeySession implements AutoCloseable {

  private final Authenticator authenticator;
  private final List<PinUvAuthProtocol> pinUvAuthProtocols;
  private final GetInfo.Reply info;
  private final UnaryOperator<Interaction> witness;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private volatile @Nullable TouchNotice underWay;
  private volatile boolean closed;

  private KeySession(
      Authenticator authenticator,
      List<PinUvAuthProtocol> pinUvAuthProtocols,
      GetInfo.Reply info,
      UnaryOperator<Interaction> witness) {
    this.authenticator = authenticator;
    this.pinUvAuthProtocols = pinUvAuthProtocols;
    this.info = info;
    this.witness = witness;
  }

  /**
   * Begins by asking the key what it can do.
   *
   * @param authenticator is closed with the session, and at once when this fails
   * @param pinUvAuthProtocols those that we speak
   */
  public static KeySession begin(
      Authenticator authenticator, List<PinUvAuthProtocol> pinUvAuthProtocols) throws KeyException {
    return begin(authenticator, pinUvAuthProtocols, UnaryOperator.identity());
  }

  /**
   * The same under somebody's eyes.
   *
   * @param witness puts somebody between the key and the person
   */
  public static KeySession begin(
      Authenticator authenticator,
      List<PinUvAuthProtocol> pinUvAuthProtocols,
      UnaryOperator<Interaction> witness)
      throws KeyException {
    try {
      GetInfo.Reply info = authenticator.send(new GetInfo(), new CommandState());
      return new KeySession(authenticator, List.copyOf(pinUvAuthProtocols), info, witness);
    } catch (KeyException e) {
      authenticator.close();
      throw e;
    }
  }

  /** What the key told of itself when it was opened. */
  public GetInfo.Reply info() {
    return info;
  }

  /** The person as this key speaks to them, before the eyes of whoever looks on. */
  Interaction witnessed(Interaction person) {
    return witness.apply(person);
  }

  /** The PIN/UV auth protocol that the key likes best of those that we speak. */
  public Optional<PinUvAuthProtocol> pinUvAuthProtocol() {
    return info.pinUvAuthProtocols().stream()
        .flatMap(wanted -> pinUvAuthProtocols.stream().filter(p -> p.version() == wanted))
        .findFirst();
  }

  /**
   * Sends one command. While the key says that it waits for a touch, the interaction knows it.
   *
   * @throws KeyGone if the key was unplugged, or this session closed
   * @throws NotPossible if another thread is in the middle of a command
   * @throws Stopped if the token fired before or while the key was at it
   */
  public <R> R send(CtapCommand<R> command, Interaction interaction, Cancellation cancel)
      throws KeyException {
    if (!oneAtATime.tryLock()) {
      throw new NotPossible(
          NotPossible.Obstacle.IN_USE, "This key is in the middle of another command.");
    }
    try (TouchNotice touch = new TouchNotice(interaction);
        Cancellation.Subscription _ = cancel.onCancel(touch::cancel)) {
      underWay = touch;
      checkOpen();
      cancel.check();
      return authenticator.send(command, touch.state());
    } catch (KeyRefused e) {
      if (e.status() == CtapStatus.KEEPALIVE_CANCEL) {
        cancel.check();
        checkOpen();
      }
      throw e;
    } finally {
      underWay = null;
      oneAtATime.unlock();
    }
  }

  /** Whether the key can show by its light which one it is. */
  public boolean canWink() {
    return authenticator.canWink();
  }

  /**
   * Has the key show which one it is, CTAP 2.3 §11.2.9.2.1 CTAPHID_WINK.
   *
   * @throws KeyRefused if it cannot
   * @throws NotPossible if another thread is in the middle of a command
   */
  public void wink() throws KeyException {
    if (!oneAtATime.tryLock()) {
      throw new NotPossible(
          NotPossible.Obstacle.IN_USE, "This key is in the middle of another command.");
    }
    try {
      checkOpen();
      authenticator.wink();
    } finally {
      oneAtATime.unlock();
    }
  }

  private void checkOpen() throws KeyGone {
    if (closed) {
      throw new KeyGone("The connection to the key was closed.", Symptom.CLOSED, null);
    }
  }

  /**
   * Closes the line to the key. A command that is under way is stopped first, because a device must
   * not be closed while it is read from.
   */
  @Override
  public void close() {
    closed = true;
    TouchNotice waiting = underWay;
    if (waiting != null) {
      waiting.cancel();
    }
    oneAtATime.lock();
    try {
      authenticator.close();
    } finally {
      oneAtATime.unlock();
    }
  }
}
