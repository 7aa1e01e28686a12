package dev.touchstone.key.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.key.ctap.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ClientDataTest {

  @Test
  void isSerializedToTheByteInTheOrderOfTheSpecification() throws Exception {
    ClientData data =
        ClientData.of(
            ClientData.Type.CREATE,
            Bytes.of(new byte[] {(byte) 0xfb, (byte) 0xff}),
            Origin.parse("https://example.com"));

    assertThat(new String(data.json().toArray(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"type\":\"webauthn.create\",\"challenge\":\"-_8\","
                + "\"origin\":\"https://example.com\",\"crossOrigin\":false}");
  }

  /** WebAuthn Level 3, Test Vectors, "None attestation with ES256", authentication. */
  @Test
  void equalsTheOneOfTheSpecificationsTestVector() throws Exception {
    byte[] challenge =
        HexFormat.of().parseHex("39c0e7521417ba54d43e8dc95174f423dee9bf3cd804ff6d65c857c9abf4d408");

    ClientData data =
        ClientData.of(
            ClientData.Type.GET, Bytes.of(challenge), Origin.parse("https://example.org"));

    assertThat(HexFormat.of().formatHex(data.json().toArray()))
        .isEqualTo(
            "7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a224f63446e55685158"
                + "756c5455506f334a5558543049393770767a7a59425039745a63685879617630314167222c226f7269676"
                + "96e223a2268747470733a2f2f6578616d706c652e6f7267222c2263726f73734f726967696e223a66616c"
                + "73657d");
  }

  @Test
  void escapesWhatJsonMustEscapeAndNothingElse() {
    assertThat(ClientData.quote("a\"b\\c\n\u001f/ü€😀"))
        .isEqualTo("\"a\\\"b\\\\c\\u000a\\u001f/ü€😀\"");
  }
}
