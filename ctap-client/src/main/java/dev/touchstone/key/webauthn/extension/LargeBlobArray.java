package dev.touchstone.key.webauthn.extension;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.Verification;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The array of blobs that all credentials of a key share, CTAP 2.3 §6.10.2. */
final class LargeBlobArray {

  private static final CBOREncodeOptions CANONICAL = new CBOREncodeOptions("ctap2canonical=true");
  private static final int CHECKSUM_LENGTH = 16;
  private static final int LARGE_BLOB_STORAGE_FULL = 0x18;

  /** §6.10.2: maxFragmentLength is the largest message without this. */
  private static final int MESSAGE_OVERHEAD = 64;

  private final Conversation conversation;
  private final int maxFragmentLength;

  LargeBlobArray(Conversation conversation) {
    this.conversation = conversation;
    this.maxFragmentLength = conversation.info().maxMsgSize() - MESSAGE_OVERHEAD;
  }

  /** What is there; nothing where the checksum does not fit, as §6.10.2 asks. */
  List<LargeBlobEntry> read() throws KeyException {
    byte[] serialized = readSerialized();
    if (serialized.length < CHECKSUM_LENGTH) {
      return List.of();
    }
    int length = serialized.length - CHECKSUM_LENGTH;
    byte[] array = Arrays.copyOf(serialized, length);
    if (!Arrays.equals(serialized, length, serialized.length, sha256(array), 0, CHECKSUM_LENGTH)) {
      return List.of();
    }
    try {
      CBORObject entries = CBORObject.DecodeFromBytes(array);
      return entries.getType() == CBORType.Array
          ? entries.getValues().stream().map(LargeBlobEntry::new).toList()
          : List.of();
    } catch (CBORException e) {
      return List.of();
    }
  }

  /**
   * Puts the blob in the place of what was there under the same key.
   *
   * @throws KeyRefused if it does not fit
   */
  void replace(BlobCipher cipher, Bytes key, byte[] blob, Verification verification)
      throws KeyException {
    List<LargeBlobEntry> entries = new ArrayList<>();
    for (LargeBlobEntry entry : read()) {
      if (cipher.open(entry, key).isEmpty()) {
        entries.add(entry);
      }
    }
    entries.add(cipher.seal(blob, key));
    CBORObject array = CBORObject.NewArray();
    entries.forEach(entry -> array.Add(entry.cbor()));
    byte[] encoded = array.EncodeToBytes(CANONICAL);
    byte[] serialized = Arrays.copyOf(encoded, encoded.length + CHECKSUM_LENGTH);
    System.arraycopy(sha256(encoded), 0, serialized, encoded.length, CHECKSUM_LENGTH);
    if (serialized.length > conversation.info().maxSerializedLargeBlobArray()) {
      throw new KeyRefused(LARGE_BLOB_STORAGE_FULL);
    }
    write(serialized, verification);
  }

  private byte[] readSerialized() throws KeyException {
    ByteArrayOutputStream serialized = new ByteArrayOutputStream();
    while (true) {
      Bytes fragment =
          conversation.send(new LargeBlobs.Read(serialized.size(), maxFragmentLength)).fragment();
      serialized.writeBytes(fragment.toArray());
      if (fragment.length() < maxFragmentLength) {
        return serialized.toByteArray();
      }
      if (serialized.size() > conversation.info().maxSerializedLargeBlobArray()) {
        throw new ReplyGarbled("The key's large-blob array is longer than it said.");
      }
    }
  }

  private void write(byte[] serialized, Verification verification) throws KeyException {
    for (int offset = 0; offset < serialized.length; offset += maxFragmentLength) {
      byte[] fragment =
          Arrays.copyOfRange(
              serialized, offset, Math.min(serialized.length, offset + maxFragmentLength));
      conversation.send(
          new LargeBlobs.Write(
              offset,
              Bytes.of(fragment),
              offset == 0 ? OptionalInt.of(serialized.length) : OptionalInt.empty(),
              verification.proofOver(message(offset, fragment))));
    }
  }

  /** §6.10.2: what a proof for a fragment is computed over. */
  private static byte[] message(int offset, byte[] fragment) {
    byte[] prefix = new byte[32];
    Arrays.fill(prefix, (byte) 0xff);
    return ByteBuffer.allocate(70)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(prefix)
        .put((byte) 0x0c)
        .put((byte) 0x00)
        .putInt(offset)
        .put(sha256(fragment))
        .array();
  }

  private static byte[] sha256(byte[] data) {
    return Bytes.of(data).sha256().toArray();
  }
}
