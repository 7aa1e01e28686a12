package dev.touchstone.key.webauthn.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.ctap.Bytes;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** WebAuthn Level 3, Test Vectors, Pseudo-random function extension, CTAP2 hmac-secret. */
class SaltsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final String SALT_1 =
      "527413ebb48293772df30f031c5ac4650c7de14bf9498671ae163447b6a772b3";
  private static final String SALT_2 =
      "d68ac03329a10ee5e0ec834492bb9a96a0e547baf563bf78ccbe8789b22e776b";

  private static final Bytes FIRST =
      Bytes.of(HEX.parseHex("576562417574686e20505246207465737420766563746f727302"));
  private static final Bytes SECOND =
      Bytes.of(HEX.parseHex("576562417574686e20505246207465737420766563746f727303"));

  @Test
  void oneInputBecomesTheSaltOfTheTestVector() {
    assertThat(HEX.formatHex(new Salts(new PrfValues(FIRST, Optional.empty())).joined()))
        .isEqualTo(SALT_1);
  }

  @Test
  void twoInputsBecomeTwoSaltsInTheirOrder() {
    assertThat(HEX.formatHex(new Salts(new PrfValues(FIRST, Optional.of(SECOND))).joined()))
        .isEqualTo(SALT_1 + SALT_2);
  }
}
