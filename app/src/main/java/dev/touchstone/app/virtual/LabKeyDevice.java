package dev.touchstone.app.virtual;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.LabPower;
import dev.touchstone.fixture.lab.TouchedBy;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.hid.ReportConnection;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A virtual key of the shelf. Where a laboratory runs, the key is reached there, under its power,
 * with what it remembers of the session before; else it is powered up for this one.
 *
 * @param alone the key when no laboratory runs
 * @param touch the finger of this process
 */
public record LabKeyDevice(VirtualKeyDevice alone, LabDoor door, VirtualTouch touch)
    implements KeyDevice {

  @Override
  public String id() {
    return alone.id();
  }

  @Override
  public String name() {
    return alone.name();
  }

  @Override
  public Transport transport() {
    return Transport.VIRTUAL;
  }

  @Override
  public String path() {
    return alone.path();
  }

  @Override
  public Set<Mark> marks() {
    return alone.marks();
  }

  @Override
  public int vendorId() {
    return 0;
  }

  @Override
  public int productId() {
    return 0;
  }

  /** Where a laboratory runs, it has power there, whoever opens it. */
  @Override
  public boolean powersUpWhenOpened() {
    return door.running().isEmpty();
  }

  @Override
  public FidoConnection connect() throws IOException {
    Optional<LabDesk> running = door.running();
    return running.isPresent() ? lent(running.get()) : alone.connect();
  }

  /** Who touches it now, if another process holds it. */
  public Optional<TouchedBy> touchedElsewhere() {
    Optional<LabDesk> elsewhere = door.running().filter(desk -> desk.power() == LabPower.ELSEWHERE);
    try {
      return elsewhere.isPresent()
          ? Optional.of(elsewhere.get().key(id()).touchedBy())
          : Optional.empty();
    } catch (LabException e) {
      // It has ended, or the key is gone: opening the key will say so.
      return Optional.empty();
    }
  }

  private FidoConnection lent(LabDesk desk) throws IOException {
    TouchSensor sensor = desk.power() == LabPower.ELSEWHERE ? touch.elsewhere() : touch;
    LabDesk.Watch finger = null;
    try {
      // Before the first command can make it blink.
      finger = desk.watch(new LentFinger(id(), desk, sensor, touch::finger));
      return new ReportConnection(VirtualPipe.lent(desk.connect(id()), finger));
    } catch (LabException e) {
      if (finger != null) {
        finger.close();
      }
      throw unreachable(e);
    }
  }

  private static TransportException unreachable(LabException e) {
    String why = (e.happened() + " " + e.remedy()).strip();
    TransportException failure =
        e.kind() == LabException.Kind.KEY_IN_USE
            ? new TransportException.DeviceBusy(why)
            : new TransportException.DeviceGone(why);
    failure.initCause(e);
    return failure;
  }
}
