package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.AuthenticatorData;
import dev.touchstone.key.ctap.AuthenticatorData.AttestedCredential;
import dev.touchstone.key.ctap.AuthenticatorData.ExtensionOutputs;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads authenticator data, WebAuthn Level 3 §6.1: fixed fields, then CBOR values in a row. */
final class AuthenticatorDataReader {

  private static final int ATTESTED_CREDENTIAL = 0x40;
  private static final int EXTENSIONS = 0x80;
  private static final int HEADER_LENGTH = 37;
  private static final int AAGUID_LENGTH = 16;

  private final Bytes encoded;
  private final ByteArrayInputStream in;

  AuthenticatorDataReader(Bytes encoded) {
    this.encoded = encoded;
    this.in = new ByteArrayInputStream(encoded.toArray());
  }

  static UUID uuid(byte[] bytes) throws ReplyGarbled {
    if (bytes.length != AAGUID_LENGTH) {
      throw new ReplyGarbled("The key's AAGUID is not 16 bytes long.");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  AuthenticatorData read() throws ReplyGarbled {
    ByteBuffer header = ByteBuffer.wrap(take(HEADER_LENGTH));
    byte[] rpIdHash = new byte[32];
    header.get(rpIdHash);
    int flags = header.get() & 0xff;
    long signCount = Integer.toUnsignedLong(header.getInt());
    Optional<AttestedCredential> credential =
        (flags & ATTESTED_CREDENTIAL) == 0 ? Optional.empty() : Optional.of(credential());
    ExtensionOutputs extensions = (flags & EXTENSIONS) == 0 ? ExtensionOutputs.NONE : extensions();
    if (in.available() > 0) {
      throw new ReplyGarbled("The key's authenticator data is longer than its flags say.");
    }
    return new AuthenticatorData(
        encoded, Bytes.of(rpIdHash), flags, signCount, credential, extensions);
  }

  private AttestedCredential credential() throws ReplyGarbled {
    UUID aaguid = uuid(take(AAGUID_LENGTH));
    int idLength = Short.toUnsignedInt(ByteBuffer.wrap(take(2)).getShort());
    CredentialId id = new CredentialId(Bytes.of(take(idLength)));
    return new AttestedCredential(
        aaguid, id, CoseKeyReader.read(ReplyMap.of(nextCbor(), "a public key")));
  }

  private ExtensionOutputs extensions() throws ReplyGarbled {
    ReplyMap outputs = ReplyMap.of(nextCbor(), "the extension outputs");
    // at registration it is a boolean, at authentication bytes, under the same name
    boolean isEnabled = isBoolean(outputs.cbor().get("hmac-secret"));
    return new ExtensionOutputs(
        isEnabled ? outputs.optionalFlag("hmac-secret") : Optional.empty(),
        outputs.bytes("hmac-secret-mc"),
        isEnabled ? Optional.empty() : outputs.bytes("hmac-secret"));
  }

  private static boolean isBoolean(@Nullable CBORObject value) {
    return value != null && (value.isTrue() || value.isFalse());
  }

  private byte[] take(int count) throws ReplyGarbled {
    byte[] bytes = new byte[count];
    if (in.readNBytes(bytes, 0, count) < count) {
      throw new ReplyGarbled("The key's authenticator data ends too early.");
    }
    return bytes;
  }

  private CBORObject nextCbor() throws ReplyGarbled {
    try {
      return CBORObject.Read(in);
    } catch (CBORException e) {
      throw new ReplyGarbled("The key's authenticator data contains broken CBOR.", e);
    }
  }
}
