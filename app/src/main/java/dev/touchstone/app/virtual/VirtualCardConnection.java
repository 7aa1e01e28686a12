package dev.touchstone.app.virtual;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.fixture.key.wire.card.VirtualCard;
import dev.touchstone.key.transport.TransportException;
import java.io.IOException;

/** The APDUs of a virtual key in a reader that is part of this program. */
final class VirtualCardConnection implements SmartCardConnection {

  private final VirtualCard card;
  private final CardInterface reader;

  /**
   * @param card is taken out of the reader when the connection is closed
   * @param reader what it was inserted into
   */
  VirtualCardConnection(VirtualCard card, CardInterface reader) {
    this.card = card;
    this.reader = reader;
  }

  @Override
  public byte[] sendAndReceive(byte[] apdu) throws TransportException {
    try {
      return card.transmit(apdu);
    } catch (IOException e) {
      var gone = new TransportException.DeviceGone("The virtual key was taken off the reader.");
      gone.initCause(e);
      throw gone;
    }
  }

  @Override
  public Transport getTransport() {
    return switch (reader) {
      case CONTACT -> Transport.USB;
      case CONTACTLESS -> Transport.NFC;
    };
  }

  @Override
  public boolean isExtendedLengthApduSupported() {
    return true;
  }

  @Override
  public byte[] getAtr() {
    return card.atr();
  }

  @Override
  public void close() {
    card.close();
  }
}
