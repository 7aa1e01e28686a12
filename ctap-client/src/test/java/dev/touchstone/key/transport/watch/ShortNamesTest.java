package dev.touchstone.key.transport.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortNamesTest {

  private final ShortNames names = new ShortNames("hid-");

  @Test
  void aKeyKeepsItsNameWhenOthersComeAndGo() {
    assertThat(names.of("/dev/hidraw4")).isEqualTo("hid-1");
    assertThat(names.of("/dev/hidraw5")).isEqualTo("hid-2");

    names.keepOnly(List.of("/dev/hidraw5"));

    assertThat(names.of("/dev/hidraw5")).isEqualTo("hid-2");
  }

  @Test
  void aNameThatIsFreeIsGivenAgain() {
    names.of("/dev/hidraw4");
    names.of("/dev/hidraw5");
    names.keepOnly(List.of("/dev/hidraw5"));

    assertThat(names.of("/dev/hidraw9")).isEqualTo("hid-1");
  }
}
