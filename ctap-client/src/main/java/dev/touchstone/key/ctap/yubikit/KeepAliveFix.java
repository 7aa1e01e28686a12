package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.fido.FidoConnection;
import java.io.IOException;

/**
 * Puts the status of a keep-alive packet (CTAP 2.3 §11.2.9.1.7) where yubikit 3.3 looks for it:
 * {@code FidoProtocol} forgets the two length bytes in between, so it always reads 0 and never
 * learns that the key waits for a touch. Harmless once that is mended, because the status stays in
 * its place.
 */
record KeepAliveFix(FidoConnection connection) implements FidoConnection {

  private static final byte KEEPALIVE = (byte) 0xbb;
  private static final int COMMAND = 4;
  private static final int STATUS = 7;

  @Override
  public void send(byte[] packet) throws IOException {
    connection.send(packet);
  }

  @Override
  public void receive(byte[] packet) throws IOException {
    connection.receive(packet);
    if (packet[COMMAND] == KEEPALIVE) {
      packet[COMMAND + 1] = packet[STATUS];
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
