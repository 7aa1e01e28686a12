package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.bytes;

import com.fasterxml.jackson.databind.JsonNode;
import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Reads what a relying party reads out of a response. */
record Response(JsonNode json) {

  String id() {
    return json.get("id").textValue();
  }

  JsonNode part(String member) {
    return json.get("response").get(member);
  }

  JsonNode extensionResults() {
    return json.get("clientExtensionResults");
  }

  byte[] authenticatorData() {
    return bytes(part("authenticatorData"));
  }

  int flags() {
    return authenticatorData()[32] & 0xff;
  }

  boolean userVerified() {
    return (flags() & 0x04) != 0;
  }

  long signCount() {
    return Integer.toUnsignedLong(ByteBuffer.wrap(authenticatorData(), 33, 4).getInt());
  }

  byte[] rpIdHash() {
    return Arrays.copyOf(authenticatorData(), 32);
  }

  byte[] aaguid() {
    return Arrays.copyOfRange(authenticatorData(), 37, 53);
  }

  CBORObject attestationObject() {
    return CBORObject.DecodeFromBytes(bytes(part("attestationObject")));
  }

  /** Extension outputs of the key at registration. */
  CBORObject authenticatorExtensions() throws Exception {
    byte[] data = authenticatorData();
    int idLength = Short.toUnsignedInt(ByteBuffer.wrap(data, 53, 2).getShort());
    var rest = new ByteArrayInputStream(data, 55 + idLength, data.length - 55 - idLength);
    CBORObject.Read(rest);
    return CBORObject.Read(rest);
  }

  /** What the key signed: authenticator data and the hash of the client data. */
  byte[] signed() throws Exception {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes(authenticatorData());
    signed.writeBytes(sha256(bytes(part("clientDataJSON"))));
    return signed.toByteArray();
  }

  /** Whether this assertion was signed by the key that the registration tells of. */
  boolean isSignedBy(Response registration, String keyType, String algorithm) throws Exception {
    PublicKey publicKey =
        KeyFactory.getInstance(keyType)
            .generatePublic(new X509EncodedKeySpec(bytes(registration.part("publicKey"))));
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(publicKey);
    signature.update(signed());
    return signature.verify(bytes(part("signature")));
  }

  static byte[] sha256(byte[] data) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(data);
  }
}
