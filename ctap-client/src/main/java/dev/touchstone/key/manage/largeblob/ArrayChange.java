package dev.touchstone.key.manage.largeblob;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.NotPossible.Obstacle;
import dev.touchstone.key.largeblob.LargeBlobArray;
import dev.touchstone.key.largeblob.LargeBlobEntry;
import dev.touchstone.key.largeblob.LargeBlobStore;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.List;

/**
 * The large blobs as they are, and as they would be. Entries that stay are the same bytes.
 *
 * @param before as it was read for the preview; done is only what starts from that
 * @param after the entries that would be there
 * @param capacity bytes that the array may have
 */
public record ArrayChange(LargeBlobArray before, List<LargeBlobEntry> after, int capacity) {

  public ArrayChange {
    after = List.copyOf(after);
  }

  /** Bytes of the new array. */
  public int sizeAfter() {
    return LargeBlobArray.of(after).size();
  }

  /** Goes on only with what fits. */
  ArrayChange check() throws NotPossible {
    if (sizeAfter() > capacity) {
      throw new NotPossible(
          Obstacle.TOO_LARGE,
          ("It does not fit: all large blobs together would take %d bytes, and the key has %d."
                  + " Delete others, or collect those that nobody can read.")
              .formatted(sizeAfter(), capacity));
    }
    return this;
  }

  /**
   * Only an array that can be read can be changed.
   *
   * @throws NotPossible if it is damaged
   */
  static LargeBlobArray intact(LargeBlobArray array) throws NotPossible {
    if (array.damage().isPresent()) {
      throw new NotPossible(
          Obstacle.DAMAGED,
          ("The large blobs on this key are damaged; %s. 'touchstone blobs collect' replaces them"
                  + " by none.")
              .formatted(array.damage().get().words()));
    }
    return array;
  }

  /**
   * @param held with permission lbw
   */
  void apply(Conversation conversation, HeldVerification held) throws KeyException {
    held.run(
        conversation,
        verification -> {
          new LargeBlobStore(conversation).replace(before, after, verification::proofOver);
          return true;
        });
  }
}
