package dev.touchstone.key.trace.message;

import dev.touchstone.key.trace.cbor.CborItem;
import dev.touchstone.key.trace.cbor.CborScan;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Authenticator data, WebAuthn Level 3 §6.1, with the places of its parts in the message.
 *
 * @param start index of its first byte
 * @param flags the byte at 32
 * @param counter unsigned
 * @param credentialId index of the id's first byte, if there is one
 * @param publicKey of a new credential
 * @param extensions outputs
 */
record AuthData(
    int start,
    int flags,
    long counter,
    Optional<Span> credentialId,
    Optional<CborItem> publicKey,
    Optional<CborItem> extensions) {

  static final int RP_ID_HASH = 32;
  static final int AAGUID = 16;
  private static final int FIXED = RP_ID_HASH + 1 + 4;
  private static final int ATTESTED = 0x40;
  private static final int EXTENSIONS = 0x80;

  /** A part of the message. */
  record Span(int start, int end) {}

  static AuthData read(byte[] message, int start, int end) throws CborScan.Unreadable {
    if (end - start < FIXED) {
      throw new CborScan.Unreadable("authenticator data that is too short");
    }
    int flags = message[start + RP_ID_HASH] & 0xff;
    long counter = Integer.toUnsignedLong(ByteBuffer.wrap(message).getInt(start + RP_ID_HASH + 1));
    int at = start + FIXED;
    Optional<Span> credentialId = Optional.empty();
    Optional<CborItem> publicKey = Optional.empty();
    if ((flags & ATTESTED) != 0 && end - at >= AAGUID + 2) {
      int length = ByteBuffer.wrap(message).getShort(at + AAGUID) & 0xffff;
      at += AAGUID + 2;
      credentialId = Optional.of(new Span(at, Math.min(at + length, end)));
      at = Math.min(at + length, end);
      CborItem key = CborScan.readFirst(message, at, end);
      publicKey = Optional.of(key);
      at = key.end();
    }
    Optional<CborItem> extensions =
        (flags & EXTENSIONS) != 0 || at < end ? rest(message, at, end) : Optional.empty();
    return new AuthData(start, flags, counter, credentialId, publicKey, extensions);
  }

  /** Whatever is there beyond what should be is taken for outputs, lest it stay uncovered. */
  private static Optional<CborItem> rest(byte[] message, int from, int end)
      throws CborScan.Unreadable {
    return from == end ? Optional.empty() : Optional.of(CborScan.read(message, from, end));
  }
}
