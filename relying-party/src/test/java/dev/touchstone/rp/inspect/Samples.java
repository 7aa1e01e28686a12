package dev.touchstone.rp.inspect;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.fixture.vector.Recording;
import dev.touchstone.fixture.vector.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** One real thing of each kind, from the recording of a YubiKey 5. */
final class Samples {

  static final Recording RECORDING = Vectors.named("yubikey-5");

  private Samples() {}

  static byte[] attestationObject() {
    return decode(RECORDING.registration().attestationObject());
  }

  static byte[] authenticatorData() {
    return map().get("authData").GetByteString();
  }

  static byte[] assertionData() {
    return decode(RECORDING.assertion().orElseThrow().authenticatorData());
  }

  static byte[] certificate() {
    return map().get("attStmt").get("x5c").get(0).GetByteString();
  }

  /** The last 77 bytes of this authenticator data. */
  static byte[] coseKey() {
    byte[] data = authenticatorData();
    return Arrays.copyOfRange(data, data.length - 77, data.length);
  }

  static byte[] clientData() {
    return decode(RECORDING.registration().clientDataJson());
  }

  static byte[] cbor() {
    return HexFormat.of().parseHex("a2636f6e65016374776ff4");
  }

  static String registrationJson() {
    return """
    {"id":"%1$s","rawId":"%1$s","type":"public-key","authenticatorAttachment":"cross-platform",
     "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["usb","nfc"]},
     "clientExtensionResults":{"credProps":{"rk":true}}}
    """
        .formatted(
            credentialId(),
            RECORDING.registration().clientDataJson(),
            RECORDING.registration().attestationObject());
  }

  static String authenticationJson() {
    Recording.Assertion assertion = RECORDING.assertion().orElseThrow();
    return """
    {"id":"%1$s","rawId":"%1$s","type":"public-key",
     "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"YWRh"},
     "clientExtensionResults":{}}
    """
        .formatted(
            credentialId(),
            assertion.clientDataJson(),
            assertion.authenticatorData(),
            assertion.signature());
  }

  static String creationOptions() {
    return """
    {"rp":{"id":"example.com","name":"Example"},
     "user":{"id":"YWRh","name":"ada","displayName":"Ada"},
     "challenge":"AAECAwQFBgcICQoLDA0ODw","timeout":60000,
     "pubKeyCredParams":[{"type":"public-key","alg":-7},{"type":"public-key","alg":-4711}],
     "attestation":"direct"}
    """;
  }

  static String requestOptions() {
    return """
    {"challenge":"AAECAwQFBgcICQoLDA0ODw","rpId":"example.com","userVerification":"preferred",
     "allowCredentials":[{"type":"public-key","id":"YWRh"}]}
    """;
  }

  static String jwt() {
    return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
        + "."
        + part("{\"iss\":\"ada\",\"iat\":1767225600,\"exp\":1767229200}")
        + "."
        + part("signature");
  }

  static String pem() {
    return pem(certificate());
  }

  static String pem(byte[] certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  static String credentialId() {
    return "_eEcYw7ihk6bubrINFXHnvYKqoQ1RsNf_3sr8d2FIR-4G2us2I28CNXtQmWu_I2avNeu4lCB2zP5DW8lyB0jYQ";
  }

  static byte[] decode(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static CBORObject map() {
    return CBORObject.DecodeFromBytes(attestationObject());
  }
}
