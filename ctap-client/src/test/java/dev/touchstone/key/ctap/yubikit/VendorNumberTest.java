package dev.touchstone.key.ctap.yubikit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.transport.Mark;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorNumberTest {

  @Test
  void readsTheSerialNumberOutOfAYubiKeysConfiguration() {
    // supported capabilities, serial number, enabled capabilities, form factor, version
    byte[] config = hex("16 0102023f 020400bc614e 0302023f 040101 0503050403".replace(" ", ""));

    assertThat(VendorNumber.yubico(config)).contains(new Mark.Serial("Yubico", "12345678"));
  }

  @Test
  void aSerialNumberWithTheHighestBitIsNotNegative() {
    assertThat(VendorNumber.yubico(hex("060204ffffffff")))
        .contains(new Mark.Serial("Yubico", "4294967295"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff",
        "0102", // a tag without a length
        "0402ff00bc", // longer than what is there
        "0302020001", // not four bytes
        "060204", // cut off
        "06020400000000", // hidden
        "040102023f" // left out
      })
  void whatHasNoSerialNumberGivesNone(String config) {
    assertThat(VendorNumber.yubico(hex(config))).isEmpty();
  }

  @Test
  void readsTheUuidOfAKeyWithTrussedFirmware() {
    assertThat(VendorNumber.trussed(hex("00112233445566778899aabbccddeeff")))
        .contains(new Mark.Serial("Trussed", "00112233-4455-6677-8899-aabbccddeeff"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0011",
        "00000000000000000000000000000000",
        "00112233445566778899aabbccddeeff00"
      })
  void whatIsNoUuidGivesNone(String answer) {
    assertThat(VendorNumber.trussed(hex(answer))).isEmpty();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
