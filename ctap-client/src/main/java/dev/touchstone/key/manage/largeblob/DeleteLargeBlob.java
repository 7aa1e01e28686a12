package dev.touchstone.key.manage.largeblob;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.NotPossible.Obstacle;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;

/** Takes one entry out of the large-blob array, CTAP 2.3 §6.10.3. */
public final class DeleteLargeBlob {

  private final Conversation conversation;
  private final HeldVerification held;
  private final BlobCipher cipher;

  /**
   * @param held with permissions cm and lbw
   */
  public DeleteLargeBlob(Conversation conversation, HeldVerification held, BlobCipher cipher) {
    this.conversation = conversation;
    this.held = held;
    this.cipher = cipher;
  }

  /** What would be gone; the credential stays. */
  public record Deletion(StoredBlob blob, ArrayChange change) {}

  /**
   * Looks, changes nothing.
   *
   * @throws NotPossible if it is not there any more, or the array is damaged
   */
  public Deletion preview(StoredBlob blob) throws KeyException {
    LargeBlobListing now = Survey.of(conversation, held, cipher).listing();
    var array = ArrayChange.intact(now.array());
    StoredBlob there =
        now.blobs().stream()
            .filter(it -> it.entry().equals(blob.entry()))
            .findFirst()
            .orElseThrow(
                () -> new NotPossible(Obstacle.NOT_FOUND, "This large blob is not on the key."));
    return new Deletion(
        there,
        new ArrayChange(
            array,
            array.entries().stream().filter(it -> !it.equals(blob.entry())).toList(),
            now.capacity()));
  }

  /**
   * Does it.
   *
   * @throws NotPossible if another program changed the array since
   */
  public void apply(Deletion deletion) throws KeyException {
    deletion.change().apply(conversation, held);
  }
}
