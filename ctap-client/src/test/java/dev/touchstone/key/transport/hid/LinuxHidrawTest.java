package dev.touchstone.key.transport.hid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxHidrawTest {

  /** The beginning of what keys (CTAP 2.3 §11.2.8.1) and mice say of themselves. */
  private static final String FIDO = "06d0f10901a1010920";

  private static final String MOUSE = "05010902a1010901a1";

  @TempDir Path devices;

  private void plugIn(String name, String descriptor) throws Exception {
    Path device = Files.createDirectories(devices.resolve(name).resolve("device"));
    Files.write(device.resolve("report_descriptor"), HexFormat.of().parseHex(descriptor));
  }

  @Test
  void aKeyAmongOtherDevicesIsSeen() throws Exception {
    plugIn("hidraw0", MOUSE);
    plugIn("hidraw1", FIDO);

    assertThat(new LinuxHidraw(devices).mayHaveFidoDevice()).isTrue();
  }

  @Test
  void otherDevicesAloneAreNotWorthALook() throws Exception {
    plugIn("hidraw0", MOUSE);

    assertThat(new LinuxHidraw(devices).mayHaveFidoDevice()).isFalse();
  }

  @Test
  void noDevicesAreNotWorthALook() {
    assertThat(new LinuxHidraw(devices).mayHaveFidoDevice()).isFalse();
    assertThat(new LinuxHidraw(devices.resolve("none")).mayHaveFidoDevice()).isFalse();
  }

  @Test
  void aDeviceThatCannotBeReadMayBeAKey() throws Exception {
    Files.createDirectories(devices.resolve("hidraw0"));

    assertThat(new LinuxHidraw(devices).mayHaveFidoDevice()).isTrue();
  }
}
