package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.webauthn.option.AttestationConveyance;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * WebAuthn Level 3 §6.5.4: a CBOR map of three members whose order is fixed, so it is written by
 * hand around what the key sent.
 */
record AttestationObject(String format, Bytes statement, Bytes authenticatorData) {

  private static final Bytes EMPTY_MAP = Bytes.of(new byte[] {(byte) 0xa0});
  private static final UUID NO_AAGUID = new UUID(0, 0);

  private static final int BYTE_STRING = 2;
  private static final int TEXT_STRING = 3;
  private static final int MAP = 5;

  /** §5.1.3: for {@code none} the statement is left out, except where it says nothing anyway. */
  static AttestationObject of(MakeCredential.Reply reply, AttestationConveyance conveyance) {
    Bytes authData = reply.authenticatorData().encoded();
    if (conveyance == AttestationConveyance.NONE && !saysNothing(reply)) {
      return new AttestationObject("none", EMPTY_MAP, authData);
    }
    return new AttestationObject(reply.format(), reply.attestationStatement(), authData);
  }

  /** Self attestation without an AAGUID. */
  private static boolean saysNothing(MakeCredential.Reply reply) {
    return reply.format().equals("packed")
        && !reply.hasCertificates()
        && reply
            .authenticatorData()
            .attestedCredential()
            .filter(credential -> credential.aaguid().equals(NO_AAGUID))
            .isPresent();
  }

  Bytes encoded() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head(out, MAP, 3);
    text(out, "fmt");
    text(out, format);
    text(out, "attStmt");
    out.writeBytes(statement.toArray());
    text(out, "authData");
    head(out, BYTE_STRING, authenticatorData.length());
    out.writeBytes(authenticatorData.toArray());
    return Bytes.of(out.toByteArray());
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    head(out, TEXT_STRING, utf8.length);
    out.writeBytes(utf8);
  }

  /** RFC 8949 §3: the shortest form. */
  private static void head(ByteArrayOutputStream out, int majorType, int count) {
    int type = majorType << 5;
    if (count < 24) {
      out.write(type | count);
    } else if (count <= 0xff) {
      out.write(type | 24);
      out.write(count);
    } else if (count <= 0xffff) {
      out.write(type | 25);
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) count).array());
    } else {
      out.write(type | 26);
      out.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
    }
  }
}
