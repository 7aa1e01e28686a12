package dev.touchstone.key.identity;

import com.yubico.yubikit.core.YubiKeyConnection;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.Transport;
import java.io.IOException;
import java.util.Set;

/** A wire to some key, as a test wants it. */
record OneWire(
    String id,
    Transport transport,
    int vendorId,
    int productId,
    String plugIn,
    Set<Mark> marks,
    Door door)
    implements KeyDevice {

  /** Opens it. */
  interface Door {
    YubiKeyConnection open() throws IOException;
  }

  static OneWire hid(String id, Mark... marks) {
    return new OneWire(id, Transport.USB_HID, 0x1050, 0x0407, id, Set.of(marks), shut());
  }

  static OneWire card(String id, Mark... marks) {
    return new OneWire(id, Transport.SMART_CARD, 0, 0, id, Set.of(marks), shut());
  }

  OneWire through(Door other) {
    return new OneWire(id, transport, vendorId, productId, plugIn, marks, other);
  }

  OneWire pluggedAnew() {
    return new OneWire(id, transport, vendorId, productId, plugIn + "'", marks, door);
  }

  OneWire ofVendor(int vendor, int product) {
    return new OneWire(id, transport, vendor, product, plugIn, marks, door);
  }

  private static Door shut() {
    return () -> {
      throw new IOException("shut");
    };
  }

  @Override
  public String name() {
    return transport == Transport.USB_HID ? "YubiKey FIDO" : "Security key";
  }

  @Override
  public String path() {
    return "/dev/" + id;
  }

  @Override
  public YubiKeyConnection connect() throws IOException {
    return door.open();
  }
}
