package dev.touchstone.key.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorAddressTest {

  @Test
  void portsAreThoseOfFirmwareSimulatorsUnlessSaid() {
    assertThat(SimulatorAddress.parse("udp://127.0.0.1"))
        .isEqualTo(new SimulatorAddress("127.0.0.1", 8111, 7112));
  }

  @ParameterizedTest
  @CsvSource({
    "udp://127.0.0.1:8111?reply=7112, udp://127.0.0.1:8111",
    "udp://127.0.0.1/, udp://127.0.0.1:8111",
    "UDP://LocalHost:9000?reply=9001, udp://localhost:9000?reply=9001",
    "udp://[::1]:8111?reply=0, udp://[::1]:8111?reply=0",
  })
  void sameAddressIsWrittenInOneWay(String text, String canonical) {
    assertThat(SimulatorAddress.parse(text).text()).isEqualTo(canonical);
    assertThat(SimulatorAddress.parse(canonical)).isEqualTo(SimulatorAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "udp:",
        "udp://",
        "udp://:8111",
        "udp:127.0.0.1:8111",
        "udp://127.0.0.1:0",
        "udp://127.0.0.1:65536",
        "udp://127.0.0.1:99999999999",
        "udp://127.0.0.1:port",
        "udp://127.0.0.1:8111?reply=",
        "udp://127.0.0.1:8111?reply=65536",
        "udp://127.0.0.1:8111?reply=-1",
        "udp://127.0.0.1:8111?answer=7112",
        "udp://127.0.0.1:8111?reply=7112&more=1",
        "udp://127.0.0.1:8111/path",
        "udp://ada@127.0.0.1:8111",
        "udp://127.0.0.1:8111#1",
        "udp://not a host",
        "http://127.0.0.1:8111",
      })
  void whatIsNoAddressIsRefusedWithHowToWriteOne(String text) {
    assertThatThrownBy(() -> SimulatorAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("udp://127.0.0.1:8111?reply=7112");
  }

  @Test
  void keysOfOtherWiresAreNotMeant() {
    assertThat(SimulatorAddress.isMeantBy("udp:anything")).isTrue();
    assertThat(SimulatorAddress.isMeantBy("UDP://127.0.0.1")).isTrue();
    assertThat(SimulatorAddress.isMeantBy("hid-1")).isFalse();
    assertThat(SimulatorAddress.isMeantBy("udp")).isFalse();
  }
}
