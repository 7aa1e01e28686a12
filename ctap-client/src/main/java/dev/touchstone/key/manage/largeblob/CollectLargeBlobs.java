package dev.touchstone.key.manage.largeblob;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.NotPossible.Obstacle;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.largeblob.LargeBlobArray;
import dev.touchstone.key.largeblob.LargeBlobEntry;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes away the large blobs that nobody can read any more, because their credential is gone from
 * the key, CTAP 2.3 §6.10.7. What may have an owner stays, unless it is named.
 */
public final class CollectLargeBlobs {

  private final Conversation conversation;
  private final HeldVerification held;
  private final BlobCipher cipher;

  /**
   * @param held with permissions cm and lbw
   */
  public CollectLargeBlobs(Conversation conversation, HeldVerification held, BlobCipher cipher) {
    this.conversation = conversation;
    this.held = held;
    this.cipher = cipher;
  }

  /**
   * What would go, and what stays.
   *
   * @param going nobody can read them, or they were named
   * @param atRisk nobody opens them, but they may belong to somebody; they stay
   * @param doubt why they may; see {@link LargeBlobListing#doubt}
   * @param damage the whole array goes, as nobody can read any of it
   */
  public record Collection(
      List<StoredBlob> going,
      List<StoredBlob> atRisk,
      Optional<String> doubt,
      Optional<LargeBlobArray.Damage> damage,
      ArrayChange change) {

    public Collection {
      going = List.copyOf(going);
      atRisk = List.copyOf(atRisk);
    }

    /** Bytes that would be free besides. */
    public int freed() {
      return change.before().size() - change.sizeAfter();
    }

    /** Whether there is nothing to do. */
    public boolean changesNothing() {
      return going.isEmpty() && damage.isEmpty();
    }
  }

  /**
   * Looks, changes nothing.
   *
   * @param named ids of entries that are to go although they may have an owner
   * @throws NotPossible if one that was named is not there, or is a credential's
   */
  public Collection preview(Set<String> named) throws KeyException {
    LargeBlobListing listing = Survey.of(conversation, held, cipher).listing();
    for (String id : named) {
      check(listing, id);
    }
    List<StoredBlob> going =
        listing.blobs().stream()
            .filter(it -> named.contains(it.id()) || isCertainlyNobodys(it, listing))
            .toList();
    List<StoredBlob> atRisk =
        listing.blobs().stream()
            .filter(it -> !(it.owner() instanceof StoredBlob.Owner.Credential))
            .filter(it -> !going.contains(it))
            .toList();
    List<LargeBlobEntry> staying =
        listing.blobs().stream().filter(it -> !going.contains(it)).map(StoredBlob::entry).toList();
    return new Collection(
        going,
        atRisk,
        listing.doubt(),
        listing.array().damage(),
        new ArrayChange(listing.array(), staying, listing.capacity()));
  }

  /**
   * Does it; without effect where there is nothing to do.
   *
   * @throws NotPossible if another program changed the array since
   */
  public void apply(Collection collection) throws KeyException {
    if (!collection.changesNothing()) {
      collection.change().apply(conversation, held);
    }
  }

  private static boolean isCertainlyNobodys(StoredBlob blob, LargeBlobListing listing) {
    return blob.owner() instanceof StoredBlob.Owner.Nobody && listing.doubt().isEmpty();
  }

  private static void check(LargeBlobListing listing, String id) throws NotPossible {
    StoredBlob blob =
        listing.blobs().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new NotPossible(
                    Obstacle.NOT_FOUND, "There is no large blob '%s' on the key.".formatted(id)));
    if (blob.owner() instanceof StoredBlob.Owner.Credential) {
      throw new NotPossible(
          Obstacle.NOT_FOUND,
          "The large blob '%s' belongs to a credential. Delete it with 'touchstone blobs delete'."
              .formatted(id));
    }
  }
}
