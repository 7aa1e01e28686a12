package dev.touchstone.rp.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.attestation.TrustAnchors;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind is recognised in every encoding, and the encoding with it. */
class RecognitionTest {

  private final Inspector inspector =
      new Inspector(TrustAnchors.bundled(), InstantSource.fixed(Samples.RECORDING.at()));

  static Stream<Arguments> binaryKindsInEveryEncoding() {
    Map<String, byte[]> kinds = new LinkedHashMap<>();
    kinds.put("attestation object", Samples.attestationObject());
    kinds.put("authenticator data", Samples.authenticatorData());
    kinds.put("client data", Samples.clientData());
    kinds.put("COSE key", Samples.coseKey());
    kinds.put("CBOR", Samples.cbor());
    kinds.put("X.509 certificate", Samples.certificate());
    Map<String, Function<byte[], String>> encodings = new LinkedHashMap<>();
    HexFormat hex = HexFormat.of();
    encodings.put("hex", hex::formatHex);
    encodings.put("hex, upper case", bytes -> HexFormat.of().withUpperCase().formatHex(bytes));
    encodings.put("hex, with colons", bytes -> HexFormat.ofDelimiter(":").formatHex(bytes));
    encodings.put("hex, with spaces", bytes -> HexFormat.ofDelimiter(" ").formatHex(bytes));
    encodings.put("hex, after 0x", bytes -> "0x" + hex.formatHex(bytes));
    encodings.put(
        "hex, as in C",
        bytes -> "{" + HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(bytes) + "}");
    encodings.put(
        "hex, as in a C string", bytes -> HexFormat.of().withPrefix("\\x").formatHex(bytes));
    encodings.put("hex, as in CDDL", bytes -> "h'" + hex.formatHex(bytes) + "'");
    encodings.put("hex, in lines", bytes -> hex.formatHex(bytes).replaceAll("(.{32})", "$1\n"));
    encodings.put("base64, in lines", bytes -> Base64.getMimeEncoder().encodeToString(bytes));
    encodings.put("base64", bytes -> Base64.getEncoder().encodeToString(bytes));
    encodings.put(
        "base64url", bytes -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    encodings.put(
        "base64url, quoted",
        bytes -> "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\"");
    encodings.put("array of numbers", RecognitionTest::numbers);
    List<Arguments> all = new ArrayList<>();
    kinds.forEach((kind, bytes) ->
        encodings.forEach(
            (encoding, encode) -> all.add(Arguments.of(kind, encoding, encode.apply(bytes)))));
    return all.stream();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("binaryKindsInEveryEncoding")
  void isRecognised(String kind, String encoding, String text) throws Exception {
    Inspection inspection = inspector.inspect(text);
    assertThat(inspection.kind()).isEqualTo(kind);
    assertThat(encoding).startsWith(inspection.encoding().replaceFirst("url$", ""));
    Inspection fromFile = inspector.inspect((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    assertThat(fromFile.kind()).isEqualTo(kind);
  }

  static Stream<Arguments> binaryKinds() {
    return Stream.of(
        Arguments.of("attestation object", Samples.attestationObject()),
        Arguments.of("authenticator data", Samples.authenticatorData()),
        Arguments.of("authenticator data", Samples.assertionData()),
        Arguments.of("COSE key", Samples.coseKey()),
        Arguments.of("CBOR", Samples.cbor()),
        Arguments.of("X.509 certificate", Samples.certificate()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("binaryKinds")
  void isRecognisedAsRawBytes(String kind, byte[] bytes) throws Exception {
    Inspection inspection = inspector.inspect(bytes);
    assertThat(inspection.kind()).isEqualTo(kind);
    assertThat(inspection.encoding()).isEqualTo("raw bytes");
    assertThat(inspection.size()).isEqualTo(bytes.length);
  }

  static Stream<Arguments> textKinds() {
    return Stream.of(
        Arguments.of("registration response", Samples.registrationJson()),
        Arguments.of("authentication response", Samples.authenticationJson()),
        Arguments.of("creation options", Samples.creationOptions()),
        Arguments.of("creation options", "{\"publicKey\":" + Samples.creationOptions() + "}"),
        Arguments.of("request options", Samples.requestOptions()),
        Arguments.of("request options", "{\"publicKey\":" + Samples.requestOptions() + "}"),
        Arguments.of("client data", new String(Samples.clientData(), StandardCharsets.UTF_8)),
        Arguments.of("JWT", Samples.jwt()),
        Arguments.of("X.509 certificate", Samples.pem()),
        Arguments.of("X.509 certificates", Samples.pem() + "\n" + Samples.pem()),
        Arguments.of("X.509 certificate", "Bag Attributes\n" + Samples.pem() + "the end"),
        Arguments.of(
            "JSON Web Key", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}"),
        Arguments.of("JSON", "{\"a\":1}"),
        Arguments.of("JSON", "[{\"a\":1}]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("textKinds")
  void textIsRecognised(String kind, String text) throws Exception {
    assertThat(inspector.inspect(text).kind()).isEqualTo(kind);
    assertThat(inspector.inspect("\ufeff\n " + text + "\n").kind()).isEqualTo(kind);
    assertThat(inspector.inspect(text.getBytes(StandardCharsets.UTF_8)).kind()).isEqualTo(kind);
  }

  @Test
  void jsonInBase64urlIsRecognisedToo() throws Exception {
    Inspection inspection = inspector.inspect(Samples.part(Samples.registrationJson()));
    assertThat(inspection.kind()).isEqualTo("registration response");
    assertThat(inspection.encoding()).isEqualTo("base64url");
  }

  @Test
  void certificatesInARowAreAllFound() throws Exception {
    byte[] one = Samples.certificate();
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    assertThat(inspector.inspect(two).kind()).isEqualTo("X.509 certificates");
  }

  /** Shapes that servers and libraries used before W3C defined toJSON. */
  @ParameterizedTest
  @CsvSource({"base64", "numbers", "numbered object", "without response"})
  void olderShapesOfARegistrationResponseAreRead(String shape) throws Exception {
    byte[] object = Samples.attestationObject();
    byte[] clientData = Samples.clientData();
    String json =
        switch (shape) {
          case "base64" ->
              "{\"response\":{\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\"}}"
                  .formatted(
                      Base64.getEncoder().encodeToString(clientData),
                      Base64.getEncoder().encodeToString(object));
          case "numbers" ->
              "{\"response\":{\"clientDataJSON\":%s,\"attestationObject\":%s}}"
                  .formatted(numbers(clientData), numbers(object));
          case "numbered object" ->
              "{\"response\":{\"clientDataJSON\":%s,\"attestationObject\":%s}}"
                  .formatted(numbered(clientData), numbered(object));
          default ->
              "{\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\"}"
                  .formatted(
                      Samples.RECORDING.registration().clientDataJson(),
                      Samples.RECORDING.registration().attestationObject());
        };
    Inspection inspection = inspector.inspect(json);
    assertThat(inspection.kind()).isEqualTo("registration response");
    assertThat(inspection.attestation().orElseThrow().trusted()).isTrue();
    assertThat(inspection.tree().find("attestation signature").orElseThrow().value())
        .isEqualTo("verified");
  }

  private static String numbers(byte[] bytes) {
    List<String> numbers = new ArrayList<>();
    for (byte octet : bytes) {
      numbers.add(String.valueOf(octet & 0xff));
    }
    return "[" + String.join(", ", numbers) + "]";
  }

  private static String numbered(byte[] bytes) {
    List<String> members = new ArrayList<>();
    for (byte octet : bytes) {
      members.add("\"%d\":%d".formatted(members.size(), octet & 0xff));
    }
    return "{" + String.join(",", members) + "}";
  }
}
