package dev.touchstone.rp.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.rp.attestation.TrustAnchors;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is pasted, the tree never shows a private part. */
class SecretsTest {

  private static final String SECRET = "5ec4e75ec4e75ec4e75ec4e75ec4e75e";
  private static final byte[] SECRET_BYTES = HexFormat.of().parseHex(SECRET);

  private final Inspector inspector =
      new Inspector(TrustAnchors.none(), InstantSource.fixed(Samples.RECORDING.at()));

  @ParameterizedTest
  @ValueSource(
      strings = {"PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
  void aPrivateKeyInPemIsNotShown(String label) throws Exception {
    String pem =
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----"
            .formatted(label, Base64.getEncoder().encodeToString(SECRET_BYTES));
    Inspection inspection = inspector.inspect(pem + "\n" + Samples.pem());
    assertThat(inspection.kind()).isEqualTo("private key");
    assertHidden(inspection);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA", "Ed25519"})
  void aPrivateKeyInDerIsNotShown(String algorithm) throws Exception {
    PrivateKey key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
    Inspection inspection = inspector.inspect(key.getEncoded());
    assertThat(inspection.kind()).isEqualTo("private key");
    assertThat(inspection.tree().severity()).isEqualTo(Node.Severity.WARNING);
    assertThat(inspection.toString())
        .doesNotContain(HexFormat.of().formatHex(key.getEncoded()).substring(40, 90));
  }

  @Test
  void thePrivatePartOfACoseKeyIsNotShown() throws Exception {
    CBORObject key = CBORObject.NewMap().Add(1, 2).Add(3, -7).Add(-1, 1).Add(-4, SECRET_BYTES);
    Inspection inspection = inspector.inspect(key.EncodeToBytes());
    assertThat(inspection.tree().find("private key").orElseThrow().severity())
        .isEqualTo(Node.Severity.WARNING);
    assertHidden(inspection);
  }

  @Test
  void thePrivatePartOfACoseKeyInsideOtherCborIsNotShown() throws Exception {
    CBORObject key = CBORObject.NewMap().Add(1, 1).Add(-1, 6).Add(-4, SECRET_BYTES);
    CBORObject outer =
        CBORObject.NewMap()
            .Add("keys", CBORObject.NewArray().Add(CBORObject.FromObjectAndTag(key, 99)));
    assertHidden(inspector.inspect(outer.EncodeToBytes()));
  }

  @Test
  void aSymmetricCoseKeyIsNotShown() throws Exception {
    assertHidden(
        inspector.inspect(CBORObject.NewMap().Add(1, 4).Add(-1, SECRET_BYTES).EncodeToBytes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "k", "priv"})
  void thePrivatePartOfAJsonWebKeyIsNotShown(String member) throws Exception {
    String jwk = "{\"kty\":\"EC\",\"x\":\"AA\",\"%s\":\"%s\"}".formatted(member, SECRET);
    assertHidden(inspector.inspect(jwk));
    assertHidden(inspector.inspect("{\"keys\":[" + jwk + "]}"));
  }

  @Test
  void theRefusalOfDamagedJsonDoesNotQuoteIt() {
    InspectionException refused =
        catchThrowableOfType(
            InspectionException.class,
            () -> inspector.inspect("{\"kty\":\"EC\",\"d\":x" + SECRET + "}"));
    assertThat(refused).hasMessageNotContaining(SECRET).hasMessageContaining("Unrecognized token");
  }

  @Test
  void prfOutputsAreNotShown() throws Exception {
    String json =
        Samples.registrationJson()
            .replace(
                "{\"credProps\":{\"rk\":true}}",
                "{\"prf\":{\"enabled\":true,\"results\":{\"first\":\"%1$s\",\"second\":\"%1$s\"}},\"hmacGetSecret\":{\"output1\":\"%1$s\"}}"
                    .formatted(SECRET));
    assertThat(json).contains(SECRET);
    assertHidden(inspector.inspect(json));
  }

  private static void assertHidden(Inspection inspection) {
    assertThat(inspection.toString())
        .contains("(not shown)")
        .doesNotContain(SECRET)
        .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(SECRET_BYTES));
  }
}
