package dev.touchstone.key.largeblob;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.NotPossible.Obstacle;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.ctap.Proof;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.ReadBack;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Where a key keeps its large-blob array, CTAP 2.3 §6.10.2. */
public final class LargeBlobStore {

  private static final int LARGE_BLOB_STORAGE_FULL = 0x18;

  /** §6.10.2: maxFragmentLength is the largest message without this. */
  private static final int MESSAGE_OVERHEAD = 64;

  private final Conversation conversation;
  private final int maxFragmentLength;

  public LargeBlobStore(Conversation conversation) {
    this.conversation = conversation;
    this.maxFragmentLength = conversation.info().maxMsgSize() - MESSAGE_OVERHEAD;
  }

  /** How many bytes a serialized array may have. */
  public int capacity() {
    return conversation.info().maxSerializedLargeBlobArray();
  }

  /** What is there, damaged or not. */
  public LargeBlobArray read() throws KeyException {
    return LargeBlobArray.parse(readSerialized());
  }

  /**
   * Puts other entries in the place of those that were read. What other programs wrote in the
   * meantime is not overwritten, and what was written is read again.
   *
   * @param before what the entries were made from
   * @param proof with permission lbw
   * @throws NotPossible if the array is not the one any more that was read before
   * @throws KeyRefused with CTAP2_ERR_LARGE_BLOB_STORAGE_FULL if it is too large
   * @throws KeyGone besides, if they were written but could not be read again
   */
  public void replace(LargeBlobArray before, List<LargeBlobEntry> entries, Proof proof)
      throws KeyException {
    if (!Bytes.of(readSerialized()).equals(before.serialized())) {
      throw new NotPossible(
          Obstacle.CHANGED_MEANWHILE,
          "Another program has changed the large blobs since they were read.");
    }
    write(entries, proof);
    if (!Bytes.of(ReadBack.of(this::readSerialized))
        .equals(LargeBlobArray.of(entries).serialized())) {
      throw new ReplyGarbled("The key took the large blobs, but holds others than were written.");
    }
  }

  /**
   * Writes an array of these. The key keeps the old one until it has the whole of the new one.
   *
   * @param proof with permission lbw
   * @throws KeyRefused with CTAP2_ERR_LARGE_BLOB_STORAGE_FULL if it is too large
   */
  public void write(List<LargeBlobEntry> entries, Proof proof) throws KeyException {
    byte[] serialized = LargeBlobArray.of(entries).serialized().toArray();
    if (serialized.length > capacity()) {
      throw new KeyRefused(LARGE_BLOB_STORAGE_FULL);
    }
    for (int offset = 0; offset < serialized.length; offset += maxFragmentLength) {
      byte[] fragment =
          Arrays.copyOfRange(
              serialized, offset, Math.min(serialized.length, offset + maxFragmentLength));
      conversation.send(
          new LargeBlobs.Write(
              offset,
              Bytes.of(fragment),
              offset == 0 ? OptionalInt.of(serialized.length) : OptionalInt.empty(),
              proof.over(message(offset, fragment))));
    }
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
      if (serialized.size() > capacity()) {
        throw new ReplyGarbled("The key's large-blob array is longer than it said.");
      }
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
        .put(Bytes.of(fragment).sha256().toArray())
        .array();
  }
}
