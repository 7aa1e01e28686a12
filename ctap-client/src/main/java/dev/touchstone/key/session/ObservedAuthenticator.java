package dev.touchstone.key.session;

import com.yubico.yubikit.core.application.CommandState;
import dev.touchstone.key.ctap.Authenticator;
import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.transport.KeyDevice;

/** An open line to a key of which somebody is told what passes. */
public final class ObservedAuthenticator implements Authenticator {

  private final Authenticator line;
  private final KeyDevice key;
  private final CommandObserver observer;

  /** Around this line, which it closes. */
  public ObservedAuthenticator(Authenticator line, KeyDevice key, CommandObserver observer) {
    this.line = line;
    this.key = key;
    this.observer = observer;
  }

  @Override
  public <R> R send(CtapCommand<R> command, CommandState state) throws KeyException {
    R reply;
    try {
      reply = line.send(command, state);
    } catch (KeyException e) {
      observer.failed(key, command, e);
      throw e;
    }
    observer.answered(key, command, reply);
    return reply;
  }

  @Override
  public boolean canWink() {
    return line.canWink();
  }

  @Override
  public void wink() throws KeyException {
    line.wink();
  }

  @Override
  public void close() {
    line.close();
  }
}
