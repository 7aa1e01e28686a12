package dev.touchstone.key.trace.entry;

/**
 * What can be told of a message without looking into it: what a list shows and a filter asks for.
 *
 * @param toKey false for what came from the key
 * @param complete false when the message broke off, or was not put together as it should be
 * @param channel CTAPHID channel; 0 on a card
 * @param command the authenticator command that it is or answers (CTAP 2.3 §6), the INS byte of
 *     U2F, or the CTAPHID command of an unknown message; {@link #NONE} where there is none
 * @param subcommand of clientPIN, credentialManagement and the like; {@link #NONE} where there is
 *     none
 * @param status status byte of a CTAP2 reply, of a keep-alive or an error; status word of a U2F
 *     reply or of a card that refuses; {@link #NONE} where there is none
 * @param elapsed nanoseconds since its command was sent; {@link #NONE} for a command
 * @param size of the whole message in bytes
 */
public record MessageFacts(
    MessageKind kind,
    boolean toKey,
    boolean complete,
    int channel,
    int command,
    int subcommand,
    int status,
    long elapsed,
    int size) {

  public static final int NONE = -1;

  private static final int SW_SUCCESS = 0x9000;

  /** Whether the key refused, or the message broke off. */
  public boolean failed() {
    if (!complete) {
      return true;
    }
    return switch (kind) {
      case ERROR -> true;
      case CTAP2 -> status > 0;
      case U2F, SELECT, CONTROL -> status != NONE && status != SW_SUCCESS;
      case INIT, PING, WINK, LOCK, CANCEL, KEEPALIVE, POLL, OTHER -> false;
    };
  }
}
