package dev.touchstone.key.transport.hid;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.hid4java.HidDevice;
import org.hid4java.HidException;
import org.hid4java.HidManager;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;
import org.hid4java.ScanMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All FIDO devices on USB HID, by way of hid4java. Starts no thread. */
final class HidBus {

  private static final Logger log = LoggerFactory.getLogger(HidBus.class);

  /** FIDO alliance, CTAP 2.3 §11.2.8.1. */
  private static final int FIDO_USAGE_PAGE = 0xf1d0;

  static final LinuxHidraw LINUX = new LinuxHidraw(Path.of("/sys/class/hidraw"));

  private @Nullable HidServices services;
  private boolean broken;

  /** In the order of their paths. */
  synchronized List<HidDevice> fidoDevices() {
    if (broken || certainlyNone()) {
      return List.of();
    }
    try {
      return services().getAttachedHidDevices().stream()
          // hid4java hands the unsigned 16 bits over as a negative number
          .filter(device -> (device.getUsagePage() & 0xffff) == FIDO_USAGE_PAGE)
          .sorted(
              Comparator.comparingInt((HidDevice device) -> device.getPath().length())
                  .thenComparing(HidDevice::getPath))
          .toList();
    } catch (HidException | LinkageError e) {
      broken = true;
      log.warn("Keys on USB cannot be used, because HID access does not load: {}", e.toString());
      return List.of();
    }
  }

  private static boolean certainlyNone() {
    return System.getProperty("os.name").startsWith("Linux") && !LINUX.mayHaveFidoDevice();
  }

  private HidServices services() {
    if (services == null) {
      HidServicesSpecification quiet = new HidServicesSpecification();
      quiet.setAutoStart(false);
      quiet.setAutoShutdown(false);
      quiet.setAutoDataRead(false);
      quiet.setScanMode(ScanMode.NO_SCAN);
      services = HidManager.getHidServices(quiet);
    }
    return services;
  }
}
