package dev.touchstone.key.manage.largeblob;

import dev.touchstone.key.largeblob.LargeBlobArray;
import dev.touchstone.key.manage.StoredCredential;
import java.util.List;
import java.util.Optional;

/**
 * What a key holds of large blobs.
 *
 * @param array as it was read
 * @param blobs in its order
 * @param withoutBlob credentials that could have one, and have none
 * @param doubt why an entry that nobody opens may have an owner all the same; empty if the key
 *     listed all its credentials with their keys, as CTAP 2.1 and later do
 * @param capacity bytes that the array may have
 */
public record LargeBlobListing(
    LargeBlobArray array,
    List<StoredBlob> blobs,
    List<StoredCredential> withoutBlob,
    Optional<String> doubt,
    int capacity) {

  public LargeBlobListing {
    blobs = List.copyOf(blobs);
    withoutBlob = List.copyOf(withoutBlob);
  }

  public int used() {
    return array.size();
  }

  public int free() {
    return Math.max(0, capacity - used());
  }
}
