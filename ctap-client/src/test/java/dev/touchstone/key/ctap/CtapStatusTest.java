package dev.touchstone.key.ctap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.ctap.KeyException.KeyRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CtapStatusTest {

  @ParameterizedTest
  @EnumSource
  void everyStatusHasASentence(CtapStatus status) {
    assertThat(status.sentence()).matches("[A-Z].*\\.");
  }

  @Test
  void aCodeThatIsNotListedIsAValueAndTheByteIsKept() {
    KeyRefused refused = new KeyRefused(0xf7);

    assertThat(refused.status()).isEqualTo(CtapStatus.UNKNOWN);
    assertThat(refused.code()).isEqualTo(0xf7);
    assertThat(refused).hasMessageContaining("0xf7");
  }

  @Test
  void namesAreThoseOfTheSpecification() {
    assertThat(CtapStatus.of(0x31).specificationName()).isEqualTo("CTAP2_ERR_PIN_INVALID");
    assertThat(CtapStatus.of(0x06).specificationName()).isEqualTo("CTAP1_ERR_CHANNEL_BUSY");
  }
}
