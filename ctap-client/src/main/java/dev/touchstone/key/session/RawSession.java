package dev.touchstone.key.session;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.RawAuthenticator;
import java.util.function.UnaryOperator;

/** One opened key for messages that are bytes already: a recording that is played again. */
public final class RawSession implements AutoCloseable {

  private final RawAuthenticator authenticator;
  private final UnaryOperator<Interaction> witness;

  /**
   * Takes over an open line.
   *
   * @param authenticator closed with the session
   * @param witness puts somebody between the key and the person
   */
  public RawSession(RawAuthenticator authenticator, UnaryOperator<Interaction> witness) {
    this.authenticator = authenticator;
    this.witness = witness;
  }

  /**
   * Sends one CTAP2 message, CTAP 2.3 §8.
   *
   * @param message command byte and CBOR
   * @param interaction knows when the key waits for a touch
   * @return status byte and CBOR
   * @throws KeyException if there is no reply; a refusal is one
   */
  public byte[] send(byte[] message, Interaction interaction, Cancellation cancel)
      throws KeyException {
    try (TouchNotice touch = new TouchNotice(witness.apply(interaction));
        Cancellation.Subscription _ = cancel.onCancel(touch::cancel)) {
      cancel.check();
      return authenticator.send(message, touch.state());
    }
  }

  @Override
  public void close() {
    authenticator.close();
  }
}
