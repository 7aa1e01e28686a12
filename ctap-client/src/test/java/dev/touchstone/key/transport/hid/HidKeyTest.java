package dev.touchstone.key.transport.hid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.transport.TransportException.AccessDenied;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import org.junit.jupiter.api.Test;

class HidKeyTest {

  @Test
  void aDeviceFileThatIsNotThereMeansUnplugged() {
    assertThat(HidKey.whyNotOpened("/dev/hidraw-of-no-such-key")).isInstanceOf(DeviceGone.class);
  }

  @Test
  void aDeviceFileThatMayBeOpenedMeansThatSomebodyElseHasIt() {
    assertThat(HidKey.whyNotOpened("/dev/null")).isInstanceOf(DeviceBusy.class);
  }

  @Test
  void onWindowsOnlyAdministratorsMayOpenItAndItSaysWhatElseWorks() {
    assertThat(HidKey.whyNotOpened("\\\\?\\hid#vid_1050", "Windows 11"))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("administrator")
        .hasMessageContaining("card reader");
  }

  @Test
  void withoutADeviceFileTheSentenceNamesAllThreeCauses() {
    assertThat(HidKey.whyNotOpened("\\\\?\\hid#vid_1050"))
        .hasMessageContaining("unplugged")
        .hasMessageContaining("another program")
        .hasMessageContaining("may not");
  }
}
