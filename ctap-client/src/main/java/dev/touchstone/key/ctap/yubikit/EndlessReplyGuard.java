package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.key.transport.TransportException;
import java.io.IOException;

/**
 * Stops a card that always has more to say (status words 61xx): yubikit would ask on until memory
 * is full. A reply of CTAP is at most as long as a CTAPHID message.
 */
final class EndlessReplyGuard implements SmartCardConnection {

  private static final byte MORE = 0x61;
  private static final int MOST_PARTS = 256;

  private final SmartCardConnection connection;
  private int parts;

  EndlessReplyGuard(SmartCardConnection connection) {
    this.connection = connection;
  }

  @Override
  public byte[] sendAndReceive(byte[] apdu) throws IOException {
    byte[] reply = connection.sendAndReceive(apdu);
    boolean more = reply.length >= 2 && reply[reply.length - 2] == MORE;
    parts = more ? parts + 1 : 0;
    if (parts > MOST_PARTS) {
      throw new TransportException.PacketGarbled("The card's reply has no end.");
    }
    return reply;
  }

  @Override
  public Transport getTransport() {
    return connection.getTransport();
  }

  @Override
  public boolean isExtendedLengthApduSupported() {
    return connection.isExtendedLengthApduSupported();
  }

  @Override
  public byte[] getAtr() {
    return connection.getAtr();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
