package dev.touchstone.rp.ceremony.response;

import dev.touchstone.rp.account.Bytes;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Attested credential data (WebAuthn Level 3 §6.5.2).
 *
 * @param aaguid 16 bytes
 * @param credentialId as the key made it
 * @param publicKey COSE_Key, as the key encoded it
 */
public record AttestedCredential(Bytes aaguid, Bytes credentialId, Bytes publicKey) {

  static AttestedCredential read(CborBytes rest) throws Unreadable {
    Bytes aaguid = rest.take(16, "the AAGUID");
    Bytes length = rest.take(2, "the length of the credential id");
    Bytes id = rest.take(length.at(0) << 8 | length.at(1), "the credential id");
    int start = rest.position();
    rest.next("the credential public key");
    return new AttestedCredential(aaguid, id, rest.since(start));
  }

  /** In the usual form with hyphens. */
  public String aaguidText() {
    ByteBuffer buffer = ByteBuffer.wrap(aaguid.toArray());
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }
}
