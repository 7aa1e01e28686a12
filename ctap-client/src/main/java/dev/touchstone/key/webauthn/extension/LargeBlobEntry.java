package dev.touchstone.key.webauthn.extension;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.key.ctap.Bytes;

/**
 * One element of the large-blob array, CTAP 2.3 §6.10.3, kept as it came, because other programs
 * may have put something there that we do not understand.
 */
record LargeBlobEntry(CBORObject cbor) {

  private static final int CIPHERTEXT = 1;
  private static final int NONCE = 2;
  private static final int ORIGINAL_SIZE = 3;

  static LargeBlobEntry of(Bytes ciphertext, Bytes nonce, long originalSize) {
    return new LargeBlobEntry(
        CBORObject.NewMap()
            .Add(CIPHERTEXT, ciphertext.toArray())
            .Add(NONCE, nonce.toArray())
            .Add(ORIGINAL_SIZE, originalSize));
  }

  /** Whether it has the three members that it needs. */
  boolean isReadable() {
    return cbor.getType() == CBORType.Map
        && has(CIPHERTEXT, CBORType.ByteString)
        && has(NONCE, CBORType.ByteString)
        && has(ORIGINAL_SIZE, CBORType.Integer)
        && cbor.get(ORIGINAL_SIZE).AsNumber().CanFitInInt32()
        && !cbor.get(ORIGINAL_SIZE).AsNumber().IsNegative();
  }

  byte[] ciphertext() {
    return cbor.get(CIPHERTEXT).GetByteString();
  }

  byte[] nonce() {
    return cbor.get(NONCE).GetByteString();
  }

  long originalSize() {
    return cbor.get(ORIGINAL_SIZE).AsInt64Value();
  }

  private boolean has(int member, CBORType type) {
    return cbor.ContainsKey(CBORObject.FromObject(member)) && cbor.get(member).getType() == type;
  }
}
