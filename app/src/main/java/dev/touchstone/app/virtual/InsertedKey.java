package dev.touchstone.app.virtual;

import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import java.io.IOException;
import java.util.Set;

/** A virtual key that passes for one in a card reader. */
public record InsertedKey(String id, VirtualKey key, CardInterface reader) implements KeyDevice {

  @Override
  public String name() {
    return key.model().name();
  }

  @Override
  public Transport transport() {
    return Transport.SMART_CARD;
  }

  @Override
  public String path() {
    return switch (reader) {
      case CONTACT -> "Virtual contact reader";
      case CONTACTLESS -> "Virtual NFC reader";
    };
  }

  @Override
  public Set<Mark> marks() {
    return Set.of(VirtualKeyDevice.mark(key.number()));
  }

  @Override
  public int vendorId() {
    return 0;
  }

  @Override
  public int productId() {
    return 0;
  }

  @Override
  public SmartCardConnection connect() throws TransportException {
    try {
      return new VirtualCardConnection(key.insert(reader), reader);
    } catch (IOException e) {
      throw new TransportException.DeviceGone("The virtual key was taken off the reader.");
    }
  }
}
