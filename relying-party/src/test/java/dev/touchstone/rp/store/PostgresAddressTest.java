package dev.touchstone.rp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

  @Test
  void urlIsReadIntoItsParts() {
    assertThat(
            PostgresAddress.parse(
                "postgresql://ada%40home@[::1]:5433/touchstone?sslmode=verify-full&sslrootcert=/ca.pem"))
        .isEqualTo(
            new PostgresAddress(
                "::1",
                5433,
                "touchstone",
                "ada@home",
                Map.of("sslmode", "verify-full", "sslrootcert", "/ca.pem")));
    assertThat(PostgresAddress.parse("postgres://ada@db/touchstone").port()).isEqualTo(5432);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:correct-horse@db/touchstone",
        "postgresql://ada:correct-horse@db/touch stone",
        "postgresql://ada:correct-horse@db"
      })
  void passwordInAUrlIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> PostgresAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .doesNotContain("correct-horse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db/touchstone",
        "postgresql://ada@db",
        "postgresql://ada@db/a/b",
        "postgresql://ada@db/touchstone?sslmode=maybe",
        "postgresql://ada@db/touchstone?socketFactory=evil.Factory",
        "jdbc:postgresql://db/touchstone",
        "mysql://ada@db/touchstone"
      })
  void whatIsNoAddressIsRefused(String url) {
    assertThatThrownBy(() -> PostgresAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
