package dev.touchstone.rp.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborItemTest {

  @Test
  void anItemEndsWhereTheNextBegins() throws Exception {
    CborItem item = CborItem.read(hex("00a1616101f5"), 1);
    assertThat(item.value().get("a").AsInt32()).isEqualTo(1);
    assertThat(item.end()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1bffffffffffffffff",
        "3bffffffffffffffff",
        "f97e00",
        "fb3ff199999999999a",
        "5f42010243030405ff",
        "7f657374726561646d696e67ff",
        "9f018202039f0405ffff",
        "bf61610161629f0203ffff",
        "c11a514b67b0",
        "d818456449455446",
        "f820"
      })
  void wellFormedExamplesOfTheRfcAreRead(String encoded) {
    assertThat(readable(hex(encoded))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''             | 0 | the bytes end",
        "1a0000         | 3 | the bytes end inside the CBOR item that began at byte 0",
        "430102         | 0 | a byte string announces 3 bytes, but only 2 bytes follow",
        "830102         | 0 | an array announces 3 elements",
        "5bffffffffffffffff00 | 0 | announces 18446744073709551615 bytes",
        "9bffffffffffffffff00 | 0 | announces 18446744073709551615 elements",
        "bb0000000100000000   | 0 | announces 4294967296 pairs",
        "a2616101616102 | 4 | the same key twice",
        "bf616101616102ff | 4 | the same key twice",
        "62c328         | 0 | not UTF-8",
        "1c             | 0 | no such head byte",
        "f818           | 0 | written in two bytes",
        "ff             | 0 | none belongs",
        "5f6161ff       | 1 | not of the string's own type",
        "5f5f4100ffff   | 1 | not of the string's own type",
        "820018         | 3 | the bytes end inside the CBOR item that began at byte 2",
        "0000           | 1 | 1 byte follows the end"
      })
  void faultsAreNamedWithTheirPlace(String encoded, int offset, String fault) {
    assertFault(encoded, offset, fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "a100", "d7", "9f", "bf00"})
  void deepNestingIsRefusedBeforeTheStackIsGone(String level) {
    String deep = level.repeat(200_000);
    CborException refused =
        catchThrowableOfType(CborException.class, () -> CborItem.readWhole(hex(deep)));
    assertThat(refused.fault()).contains("nested deeper than 64 levels");
  }

  @Test
  void sixtyFourLevelsAreStillRead() {
    assertThat(readable(hex("81".repeat(64) + "00"))).isTrue();
  }

  private static void assertFault(String encoded, int offset, String fault) {
    assertThatExceptionOfType(CborException.class)
        .isThrownBy(() -> CborItem.readWhole(hex(encoded)))
        .satisfies(it -> assertThat(it.offset()).isEqualTo(offset))
        .satisfies(it -> assertThat(it.fault()).contains(fault));
  }

  private static boolean readable(byte[] bytes) {
    try {
      CborItem.readWhole(bytes);
      return true;
    } catch (CborException e) {
      return false;
    }
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
