package dev.touchstone.key.transport.hid;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.SystemError;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.AccessDenied;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.hid4java.HidDevice;
import org.jspecify.annotations.Nullable;

/** A key on USB. */
record HidKey(String id, HidDevice device) implements KeyDevice {

  @Override
  public Set<Mark> marks() {
    return HidBus.LINUX.usbDevice(path()).<Set<Mark>>map(Set::of).orElseGet(Set::of);
  }

  /** A number that the USB descriptor may have is no mark: some makers give all keys the same. */
  @Override
  public String likeness() {
    String usb = "usb %04x:%04x %s".formatted(vendorId(), productId(), name());
    @Nullable String number = device.getSerialNumber();
    return number == null || number.isBlank() ? usb : usb + " " + number.strip();
  }

  @Override
  public String plugIn() {
    return path() + HidBus.LINUX.node(path());
  }

  @Override
  public String name() {
    @Nullable String product = device.getProduct();
    return product == null || product.isBlank() ? "Security key" : product.strip();
  }

  @Override
  public Transport transport() {
    return Transport.USB_HID;
  }

  @Override
  public String path() {
    return device.getPath();
  }

  @Override
  public int vendorId() {
    return device.getVendorId() & 0xffff;
  }

  @Override
  public int productId() {
    return device.getProductId() & 0xffff;
  }

  @Override
  public FidoConnection connect() throws TransportException {
    if (!device.open()) {
      throw whyNotOpened(path());
    }
    return new ReportConnection(new HidReportPipe(device));
  }

  /** The native library does not tell, but on Linux the device file does. */
  static TransportException whyNotOpened(String path) {
    return whyNotOpened(path, System.getProperty("os.name"));
  }

  static TransportException whyNotOpened(String path, String system) {
    if (system.startsWith("Windows")) {
      return new AccessDenied(
          "Windows keeps FIDO keys on USB from programs without administrator rights. Run Touchstone"
              + " as administrator, or put the key into a card reader or on an NFC reader.",
          SystemError.EACCES);
    }
    if (!path.startsWith("/dev/")) {
      return new DeviceBusy(
          "The key cannot be opened: it was unplugged, another program holds it, or this user may"
              + " not use it.");
    }
    Path file = Path.of(path);
    if (!Files.exists(file)) {
      return new DeviceGone("The key at " + path + " was unplugged.", SystemError.ENOENT);
    }
    if (!Files.isReadable(file) || !Files.isWritable(file)) {
      return new AccessDenied(
          "This user may not open "
              + path
              + ". Install the udev rule for FIDO keys with 'sudo touchstone doctor --fix', or your"
              + " system's own (on Debian the package libfido2-1), then plug the key in again.",
          SystemError.EACCES);
    }
    return new DeviceBusy("Another program holds the key at " + path + ".");
  }
}
