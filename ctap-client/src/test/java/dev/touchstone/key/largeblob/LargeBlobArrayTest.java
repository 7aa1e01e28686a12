package dev.touchstone.key.largeblob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.largeblob.LargeBlobArray.Damage;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The serialized array, in every form that a key may hold. */
class LargeBlobArrayTest {

  /** CTAP 2.3 §6.10: what a new key holds, written out by hand. */
  @Test
  void anEmptyArrayIsWhatTheSpecificationSays() {
    byte[] initial = HexFormat.of().parseHex("8076be8b528d0075f7aae98d6fa57a6d3c");

    assertThat(LargeBlobArray.of(List.of()).serialized()).isEqualTo(Bytes.of(initial));
    assertThat(LargeBlobArray.parse(initial).damage()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 23, 24, 255, 256, 1000})
  void anyNumberOfEntriesIsReadAsItWasWritten(int count) {
    List<LargeBlobEntry> entries =
        Collections.nCopies(count, new LargeBlobEntry(Bytes.of(new byte[] {(byte) 0xa0})));

    LargeBlobArray array = LargeBlobArray.parse(LargeBlobArray.of(entries).serialized().toArray());

    assertThat(array.damage()).isEmpty();
    assertThat(array.entries()).isEqualTo(entries);
  }

  @Test
  void entriesKeepTheFormThatTheyCameIn() {
    byte[] longForm = {(byte) 0x9a, 0, 0, 0, 1, (byte) 0xb8, 1, 0x18, 1, 0x41, 7};

    LargeBlobArray array = LargeBlobArray.parse(withChecksum(longForm));

    assertThat(array.entries().getFirst().encoded().toArray())
        .containsExactly(0xb8, 1, 0x18, 1, 0x41, 7);
  }

  @Test
  void oneFlippedBitIsNoticed() {
    byte[] whole = LargeBlobArray.of(List.of()).serialized().toArray();
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(LargeBlobArray.parse(flipped).damage()).hasValue(Damage.CHECKSUM);
    }
  }

  @Test
  void whatIsTooShortIsNoticed() {
    assertThat(LargeBlobArray.parse(new byte[0]).damage()).hasValue(Damage.TOO_SHORT);
    assertThat(LargeBlobArray.parse(new byte[16]).damage()).hasValue(Damage.TOO_SHORT);
  }

  /** A map; two entries of which one is missing; more than there is; something behind; no end. */
  @ParameterizedTest
  @ValueSource(strings = {"a0", "82a0", "9affffffff", "81a0a0", "9fa0ff", "98", "9b00", "6161"})
  void whatIsNoArrayIsNoticed(String hex) {
    byte[] serialized = withChecksum(HexFormat.of().parseHex(hex));

    assertThat(LargeBlobArray.parse(serialized).damage()).hasValue(Damage.NOT_AN_ARRAY);
  }

  private static byte[] withChecksum(byte[] content) {
    byte[] whole = java.util.Arrays.copyOf(content, content.length + 16);
    System.arraycopy(Bytes.of(content).sha256().toArray(), 0, whole, content.length, 16);
    return whole;
  }
}
