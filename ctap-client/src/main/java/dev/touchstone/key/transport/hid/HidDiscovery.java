package dev.touchstone.key.transport.hid;

import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.watch.ListWatches;
import dev.touchstone.key.transport.watch.ShortNames;
import java.util.List;
import java.util.function.Consumer;
import org.hid4java.HidDevice;

/**
 * Finds keys on USB by the FIDO usage page, of any vendor. Listing starts no thread; watching
 * starts one, which looks twice a second.
 */
public final class HidDiscovery implements KeyDiscovery {

  private final HidBus bus = new HidBus();
  private final ShortNames names = new ShortNames("hid-");
  private final ListWatches watches = new ListWatches();

  @Override
  public synchronized List<KeyDevice> list() {
    List<HidDevice> devices = bus.fidoDevices();
    names.keepOnly(devices.stream().map(HidDevice::getPath).toList());
    return devices.stream()
        .<KeyDevice>map(device -> new HidKey(names.of(device.getPath()), device))
        .toList();
  }

  @Override
  public AutoCloseable watch(Consumer<KeyEvent> listener) {
    return watches.begin(this::list, listener);
  }

  @Override
  public void close() {
    watches.close();
  }
}
