package dev.touchstone.key.identity;

import com.yubico.yubikit.core.YubiKeyConnection;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key about which more is known than one wire tells.
 *
 * @param wires at least one; the first gives its name and place
 */
record ListedKey(List<KeyDevice> wires, Set<Mark> marks, Optional<KeyLabel> label)
    implements KeyDevice {

  ListedKey {
    wires = List.copyOf(wires);
    marks = Set.copyOf(marks);
  }

  private KeyDevice first() {
    return wires.getFirst();
  }

  @Override
  public String id() {
    return first().id();
  }

  @Override
  public String name() {
    return first().name();
  }

  @Override
  public Transport transport() {
    return first().transport();
  }

  @Override
  public String path() {
    return first().path();
  }

  @Override
  public int vendorId() {
    return first().vendorId();
  }

  @Override
  public int productId() {
    return first().productId();
  }

  @Override
  public String likeness() {
    return first().likeness();
  }

  @Override
  public boolean powersUpWhenOpened() {
    return first().powersUpWhenOpened();
  }

  @Override
  public String plugIn() {
    return first().plugIn();
  }

  /** By the next wire where the system keeps one from us, as Windows does with HID. */
  @Override
  public YubiKeyConnection connect() throws IOException {
    try {
      return first().connect();
    } catch (TransportException.AccessDenied denied) {
      for (KeyDevice other : wires.subList(1, wires.size())) {
        try {
          return other.connect();
        } catch (IOException e) {
          denied.addSuppressed(e);
        }
      }
      throw denied;
    }
  }
}
