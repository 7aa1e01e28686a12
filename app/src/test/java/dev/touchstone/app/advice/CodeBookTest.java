package dev.touchstone.app.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other tools print, and what is found by it. */
final class CodeBookTest {

  @ParameterizedTest
  @CsvSource({
    "0x36, 0x36 CTAP2_ERR_PUAT_REQUIRED",
    "CTAP2_ERR_PIN_AUTH_INVALID, 0x33 CTAP2_ERR_PIN_AUTH_INVALID",
    "ctap2_err_pin_auth_invalid, 0x33 CTAP2_ERR_PIN_AUTH_INVALID",
    "FIDO_ERR_PIN_REQUIRED, 0x36 CTAP2_ERR_PUAT_REQUIRED",
    "FIDO_ERR_UNAUTHORIZED_PERM, 0x40 CTAP2_ERR_UNAUTHORIZED_PERMISSION",
    "PIN_BLOCKED, 0x32 CTAP2_ERR_PIN_BLOCKED",
    "6985, 6985 SW_CONDITIONS_NOT_SATISFIED",
    "SW=0x6A82, 6a82 SW_FILE_NOT_FOUND",
    "0x6a82, 6a82 SW_FILE_NOT_FOUND",
    "SCARD_E_SHARING_VIOLATION, 0x8010000b SCARD_E_SHARING_VIOLATION",
    "0x8010000B, 0x8010000b SCARD_E_SHARING_VIOLATION",
    "-2146435061, 0x8010000b SCARD_E_SHARING_VIOLATION",
    "EACCES, EACCES EACCES",
    "0xf4, 0xf4",
    "61ff, 61ff",
  })
  void isFoundByNameOrNumber(String text, String found) {
    assertThat(names(text)).containsExactly(found);
  }

  @Test
  void aByteThatTwoSpecificationsGiveOutIsBoth() {
    assertThat(names("0x06"))
        .containsExactly("0x06 CTAP1_ERR_CHANNEL_BUSY", "0x06 ERR_CHANNEL_BUSY");
    assertThat(names("ERR_CHANNEL_BUSY"))
        .containsExactlyInAnyOrder("0x06 CTAP1_ERR_CHANNEL_BUSY", "0x06 ERR_CHANNEL_BUSY");
  }

  @Test
  void twoDigitsWithoutMarkMayBeDecimal() {
    assertThat(names("54")).containsExactly("0x54", "0x36 CTAP2_ERR_PUAT_REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "hello", "0x", "123456789", "0x123456789", "--", "💥", "-99999999999"})
  void whatIsNoCodeIsNotFound(String text) {
    assertThat(CodeBook.find(text)).isEmpty();
  }

  @Test
  void everyCodeIsFoundByWhatTheTableCallsIt() {
    for (Code code : CodeBook.all()) {
      assertThat(CodeBook.find(code.name())).contains(code);
      if (code.text().length() != 10 || code.text().startsWith("0x8")) {
        assertThat(CodeBook.find(code.text())).contains(code);
      }
    }
    assertThat(CodeBook.all()).doesNotHaveDuplicates().hasSizeGreaterThan(150);
  }

  private static List<String> names(String text) {
    return CodeBook.find(text).stream()
        .map(code -> (code.text() + " " + code.name()).strip())
        .collect(Collectors.toList());
  }
}
