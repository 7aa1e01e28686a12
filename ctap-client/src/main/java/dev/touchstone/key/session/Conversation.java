package dev.touchstone.key.session;

import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;

/** What a ceremony needs at every step: the key, the person, and the wish to stop. */
public record Conversation(KeySession session, Interaction interaction, Cancellation cancel) {

  /**
   * Begins it.
   *
   * @param interaction the person; whoever looks on at the session hears what is asked
   */
  public Conversation {
    interaction = session.witnessed(interaction);
  }

  /** Sends one command; see {@link KeySession#send}. */
  public <R> R send(CtapCommand<R> command) throws KeyException {
    return session.send(command, interaction, cancel);
  }

  public GetInfo.Reply info() {
    return session.info();
  }
}
