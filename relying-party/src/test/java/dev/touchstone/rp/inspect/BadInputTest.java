package dev.touchstone.rp.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.rp.attestation.TrustAnchors;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a sentence: what was wrong, where, and what to do. */
class BadInputTest {

  private final Inspector inspector =
      new Inspector(TrustAnchors.bundled(), InstantSource.fixed(Samples.RECORDING.at()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | -1 | nothing to inspect",
        "'   '                       | -1 | nothing to inspect",
        "hello, world                | 5  | the character \",\" fits none of them",
        "hello world this is prose   | 5  | the character \" \" fits none of them",
        "AAAAA                       | 5  | a number of characters that base64 never has",
        "{\"a\":                     | 5  | damaged or cut off",
        "{\"a\":1}{                  | 7  | damaged or cut off",
        "{'a':1}                     | 1  | damaged or cut off",
        "a363666d74646e6f6e65        | 10 | begins like an attestation object in hex",
        "a301                        | 0  | announces 3 pairs, but only 1 bytes follow",
        "bb00000001000000000000      | 0  | announces 4294967296 pairs",
        "-----BEGIN CERTIFICATE----- | 0  | no block of it is complete",
        "ffffffffff                  | -1 | nothing that is known here"
      })
  void getsASentenceWithItsPlace(String input, int offset, String problem) {
    InspectionException refused = refused(input);
    assertThat(refused.problem()).contains(problem);
    assertThat(refused.offset().orElse(-1)).isEqualTo(offset);
    assertThat(refused.remedy()).endsWith(".");
    assertThat(refused.getMessage()).contains(refused.remedy());
  }

  @Test
  void theMessagePutsThePlaceBetweenProblemAndRemedy() {
    assertThat(refused("AAAAA"))
        .hasMessage(
            "This looks like base64, but has a number of characters that base64 never has (at offset 5)."
                + " Copy it again, whole; if it stays like this, report it to whoever made it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUBLIC KEY", "X509 CRL", "CERTIFICATE", "PGP MESSAGE"})
  void pemThatIsDamagedOrNotForUsIsNamed(String label) {
    String pem = "-----BEGIN %1$s-----\nAAAA\n-----END %1$s-----".formatted(label);
    assertThat(refused(pem).problem()).contains(label);
  }

  @Test
  void tenMegabytesAreRefusedUnread() {
    String large = "A".repeat(10 << 20);
    assertThat(refused(large).problem()).contains("10,485,760");
    InspectionException refused =
        catchThrowableOfType(
            InspectionException.class, () -> inspector.inspect(new byte[10 << 20]));
    assertThat(refused.remedy()).isEqualTo("Cut out the part that matters.");
  }

  /** Each would take hours with a careless regular expression. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", "-", "0x", "-----BEGIN A-----", "[", "1,", "A.", "\\x"})
  void aMegabyteOfOneThingIsATreeOrASentence(String thing) {
    survives("a" + thing.repeat(1_000_000 / thing.length()) + "!");
    survives("[1" + thing.repeat(1_000_000 / thing.length()) + "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "9f", "a100", "d7", "bf00"})
  void deeplyNestedCborIsRefused(String level) {
    assertThat(refused(level.repeat(200_000 / level.length())).problem())
        .contains("nested deeper than 64 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void deeplyNestedJsonIsRefused(String level) {
    assertThat(refused(level.repeat(100_000)).problem()).contains("begins like JSON");
  }

  @Test
  void aMemberThatIsThereTwiceIsRefused() {
    assertThat(refused("{\"type\":\"a\",\"type\":\"b\"}").problem()).contains("same member twice");
  }

  @Test
  void deeplyNestedCborInsideAResponseIsABadLine() throws Exception {
    String deep = "81".repeat(300);
    String json =
        Samples.registrationJson()
            .replace(
                Samples.RECORDING.registration().attestationObject(),
                Base64.getUrlEncoder().encodeToString(HexFormat.of().parseHex(deep)));
    Node line = inspector.inspect(json).tree().find("attestationObject").orElseThrow();
    assertThat(line.severity()).isEqualTo(Node.Severity.BAD);
    assertThat(line.note()).contains("nested deeper");
  }

  static Stream<byte[]> wholes() {
    return Stream.of(
        Samples.attestationObject(),
        Samples.authenticatorData(),
        Samples.certificate(),
        Samples.coseKey());
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void everyTruncationIsATreeOrASentence(byte[] whole) {
    for (int length = 0; length < whole.length; length++) {
      survives(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void everyFlippedByteIsATreeOrASentence(byte[] whole) {
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) 0xff;
      survives(flipped);
    }
  }

  @Test
  void truncatedTextIsATreeOrASentence() {
    for (String whole :
        new String[] {
          Samples.registrationJson(), Samples.authenticationJson(), Samples.pem(), Samples.jwt()
        }) {
      for (int length = 0; length < whole.length(); length++) {
        survives(whole.substring(0, length));
      }
    }
  }

  @Test
  void noiseIsATreeOrASentence() {
    Random random = new Random(20261120);
    for (int round = 0; round < 10_000; round++) {
      byte[] noise = new byte[random.nextInt(80)];
      random.nextBytes(noise);
      survives(noise);
    }
  }

  @Test
  void noiseThatBeginsLikeCborIsATreeOrASentence() {
    Random random = new Random(42);
    for (int round = 0; round < 10_000; round++) {
      byte[] noise = new byte[2 + random.nextInt(12)];
      random.nextBytes(noise);
      noise[0] = (byte) (0x80 + random.nextInt(0x60));
      survives(HexFormat.of().formatHex(noise));
    }
  }

  private InspectionException refused(String input) {
    InspectionException refused =
        catchThrowableOfType(InspectionException.class, () -> inspector.inspect(input));
    assertThat(refused).as("refusal of %.40s", input).isNotNull();
    return refused;
  }

  private void survives(byte[] input) {
    try {
      assertThat(inspector.inspect(input).kind()).isNotBlank();
    } catch (InspectionException e) {
      assertThat(e.remedy()).isNotBlank();
    }
  }

  private void survives(String input) {
    try {
      assertThat(inspector.inspect(input).kind()).isNotBlank();
    } catch (InspectionException e) {
      assertThat(e.remedy()).isNotBlank();
    }
  }
}
