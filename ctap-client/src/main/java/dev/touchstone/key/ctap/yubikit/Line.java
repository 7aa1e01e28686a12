package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.application.CommandState;
import com.yubico.yubikit.core.fido.FidoConnection;
import com.yubico.yubikit.core.fido.FidoProtocol;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.transport.TransportException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A channel to a key: whole messages out and in, every failure typed. */
final class Line implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Line.class);

  /** CTAPHID_MSG, CTAP 2.3 §11.2.9.1.1. */
  static final byte U2F_MESSAGE = (byte) 0x83;

  /** CTAPHID_CBOR, CTAP 2.3 §11.2.9.1.2. */
  static final byte CTAP2_MESSAGE = (byte) 0x90;

  private final FidoProtocol protocol;

  private Line(FidoProtocol protocol) {
    this.protocol = protocol;
  }

  /** Asks the key for a channel; closes the connection when that fails. */
  static Line open(FidoConnection connection) throws KeyException {
    try {
      return new Line(attempt(() -> new FidoProtocol(new KeepAliveFix(connection))));
    } catch (KeyException e) {
      try {
        connection.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  boolean supports(byte capability) {
    return protocol.supports(capability);
  }

  byte[] exchange(byte command, byte[] message, CommandState state) throws KeyException {
    return attempt(() -> protocol.sendAndReceive(command, message, state));
  }

  private interface Attempt<T> {
    T run() throws IOException;
  }

  private static <T> T attempt(Attempt<T> attempt) throws KeyException {
    try {
      return attempt.run();
    } catch (TransportException e) {
      throw Failures.of(e);
    } catch (IOException
        | BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      // yubikit tells of a wrong sequence, length or nonce in prose, or stumbles over it
      throw new ReplyGarbled("The key's answer does not follow the CTAPHID protocol.", e);
    }
  }

  @Override
  public void close() {
    try {
      protocol.close();
    } catch (IOException e) {
      log.info("Closing the connection to a key failed: {}", e.getMessage());
    }
  }
}
