package dev.touchstone.app.virtual;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.hid.ReportConnection;
import java.io.IOException;
import java.util.Set;

/**
 * A virtual key that passes for hardware, and that its owner can pull out or let misbehave: for
 * pictures and tests.
 */
public record PluggedKey(String id, VirtualKey key) implements KeyDevice {

  @Override
  public String name() {
    return key.model().name();
  }

  @Override
  public Transport transport() {
    return Transport.USB_HID;
  }

  @Override
  public String path() {
    return "/dev/" + id;
  }

  @Override
  public Set<Mark> marks() {
    return Set.of(VirtualKeyDevice.mark(key.number()));
  }

  @Override
  public int vendorId() {
    return 0x1209; // pid.codes, whose product 0001 is there for tests
  }

  @Override
  public int productId() {
    return 0x0001;
  }

  @Override
  public FidoConnection connect() throws IOException {
    try {
      return new ReportConnection(VirtualPipe.to(key));
    } catch (TransportException e) {
      throw e;
    } catch (IOException e) {
      throw new TransportException.DeviceGone("The key was unplugged.");
    }
  }
}
