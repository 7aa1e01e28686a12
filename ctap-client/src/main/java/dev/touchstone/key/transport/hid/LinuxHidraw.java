package dev.touchstone.key.transport.hid;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

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

  private static boolean mayBeFido(Path reportDescriptor) {
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
