package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.application.CommandState;
import com.yubico.yubikit.core.fido.FidoConnection;
import com.yubico.yubikit.core.fido.FidoProtocol;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.transport.TransportException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A CTAPHID channel, CTAP 2.3 §11.2. */
final class HidLine implements Line {

  private static final Logger log = LoggerFactory.getLogger(HidLine.class);

  /** CTAPHID_MSG, CTAP 2.3 §11.2.9.1.1. */
  private static final byte U2F_MESSAGE = (byte) 0x83;

  /** CTAPHID_CBOR, CTAP 2.3 §11.2.9.1.2. */
  private static final byte CTAP2_MESSAGE = (byte) 0x90;

  /** CTAPHID_WINK, CTAP 2.3 §11.2.9.2.1. */
  private static final byte WINK = (byte) 0x88;

  private final FidoProtocol protocol;

  private HidLine(FidoProtocol protocol) {
    this.protocol = protocol;
  }

  /** Asks the key for a channel; closes the connection when that fails. */
  static HidLine open(FidoConnection connection) throws KeyException {
    try {
      return new HidLine(attempt(() -> new FidoProtocol(new KeepAliveFix(connection))));
    } catch (KeyException e) {
      try {
        connection.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  @Override
  public boolean speaksCtap2() {
    return protocol.supports(FidoProtocol.Capability.CBOR);
  }

  @Override
  public String transport() {
    return "usb";
  }

  @Override
  public byte[] ctap2(byte[] message, CommandState state) throws KeyException {
    return attempt(() -> protocol.sendAndReceive(CTAP2_MESSAGE, message, state));
  }

  @Override
  public byte[] u2f(int instruction, int control, byte[] data) throws KeyException {
    byte[] apdu =
        ByteBuffer.allocate(9 + data.length)
            .put((byte) 0)
            .put((byte) instruction)
            .put((byte) control)
            .put((byte) 0)
            .put((byte) 0)
            .putShort((short) data.length)
            .put(data)
            .putShort((short) 0)
            .array();
    // not the command's own state: CTAPHID_CANCEL is for CBOR messages only
    return attempt(() -> protocol.sendAndReceive(U2F_MESSAGE, apdu, new CommandState()));
  }

  @Override
  public boolean canWink() {
    return protocol.supports(FidoProtocol.Capability.WINK);
  }

  @Override
  public void wink() throws KeyException {
    byte[] _ = attempt(() -> protocol.sendAndReceive(WINK, new byte[0], new CommandState()));
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
