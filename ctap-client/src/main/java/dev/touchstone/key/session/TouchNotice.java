package dev.touchstone.key.session;

import com.yubico.yubikit.core.application.CommandState;

/** Tells the person, once per command, that the key waits for a touch, and when that is over. */
final class TouchNotice implements AutoCloseable {

  private final Interaction interaction;
  private boolean told;

  private final CommandState state =
      new CommandState() {
        @Override
        public void onKeepAliveStatus(byte status) {
          if (status == STATUS_UPNEEDED && !told) {
            told = true;
            interaction.touchWanted();
          }
        }
      };

  TouchNotice(Interaction interaction) {
    this.interaction = interaction;
  }

  CommandState state() {
    return state;
  }

  void cancel() {
    state.cancel();
  }

  @Override
  public void close() {
    if (told) {
      interaction.touchEnded();
    }
  }
}
