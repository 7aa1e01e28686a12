package dev.touchstone.key.transport.hid;

import dev.touchstone.key.transport.Hint;
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

  /** Keys on Linux whose device files are closed to this user, whoever looks for which key. */
  @Override
  public List<Hint> hints() {
    return FidoNodes.ofThisSystem().find().keys().stream()
        .filter(node -> !node.usable())
        .map(node ->
            new Hint(
                "This user may not open the key at %s%s."
                    .formatted(
                        node.path(), node.rights().isEmpty() ? "" : " (" + node.rights() + ")"),
                "Install the udev rule with 'sudo touchstone doctor --fix', then plug the key in"
                    + " again.",
                true))
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
