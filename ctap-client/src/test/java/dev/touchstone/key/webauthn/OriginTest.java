package dev.touchstone.key.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.webauthn.failure.WebAuthnException.OriginRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com, https://example.com",
    "https://example.com/, https://example.com",
    "https://example.com:443, https://example.com",
    "https://example.com:8443, https://example.com:8443",
    "HTTPS://Example.COM, https://example.com",
    "http://localhost:80, http://localhost",
    "http://localhost:8080, http://localhost:8080",
  })
  void isWrittenAsBrowsersWriteIt(String text, String serialized) throws Exception {
    assertThat(Origin.parse(text).text()).isEqualTo(serialized);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "https://",
        "http://example.com",
        "ftp://example.com",
        "https://example.com/login",
        "https://example.com?x=1",
        "https://example.com#x",
        "https://ada@example.com",
        "https://127.0.0.1",
        "http://127.0.0.1:8080",
        "https://[::1]",
        "https://192.168.1.10:8443",
        "https://bücher.example",
        "https://exa mple.com",
        "android:apk-key-hash:abc",
      })
  void thatWebAuthnCannotUseIsRefusedInASentence(String text) {
    assertThatThrownBy(() -> Origin.parse(text))
        .isInstanceOf(OriginRefused.class)
        .hasMessageStartingWith("The origin " + text + " cannot be used: ")
        .hasMessageEndingWith(".");
  }
}
