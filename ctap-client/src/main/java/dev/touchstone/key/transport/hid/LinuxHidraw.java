package dev.touchstone.key.transport.hid;

import dev.touchstone.key.transport.Mark;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux tells of HID devices in plain files. Loading the native library takes longer than all
 * the rest of listing the keys, so these files decide whether that is worth while.
 *
 * @param devices usually {@code /sys/class/hidraw}
 */
record LinuxHidraw(Path devices) {

  /** False only if it is certain that no device has the FIDO usage page. */
  boolean mayHaveFidoDevice() {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(devices)) {
      for (Path device : all) {
        if (mayBeFido(device.resolve("device/report_descriptor"))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return Files.exists(devices);
    }
  }

  /**
   * The USB device of which a HID device is a part.
   *
   * @param node such as {@code /dev/hidraw3}
   * @return empty where there is none, as with Bluetooth, or the system does not tell
   */
  Optional<Mark.UsbDevice> usbDevice(String node) {
    try {
      Path at = devices.resolve(Path.of(node).getFileName()).resolve("device").toRealPath();
      for (Path folder = at; folder != null; folder = folder.getParent()) {
        if (Files.exists(folder.resolve("devnum"))) {
          return Optional.of(
              new Mark.UsbDevice(number(folder, "busnum"), number(folder, "devnum")));
        }
      }
      return Optional.empty();
    } catch (IOException | NumberFormatException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static int number(Path folder, String name) throws IOException {
    return Integer.parseInt(Files.readString(folder.resolve(name)).strip());
  }

  /** Which file it is: another one each time that something is plugged in there. */
  String node(String path) {
    try {
      return " " + Files.getAttribute(Path.of(path), "unix:ino");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "";
    }
  }

  static boolean mayBeFido(Path reportDescriptor) {
    try {
      byte[] bytes = Files.readAllBytes(reportDescriptor);
      for (int i = 0; i + 1 < bytes.length; i++) {
        // the usage page 0xf1d0, little-endian as everything on USB
        if (bytes[i] == (byte) 0xd0 && bytes[i + 1] == (byte) 0xf1) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
