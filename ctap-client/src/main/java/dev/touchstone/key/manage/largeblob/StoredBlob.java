package dev.touchstone.key.manage.largeblob;

import dev.touchstone.key.largeblob.LargeBlobEntry;
import dev.touchstone.key.manage.StoredCredential;

/**
 * One entry of the large-blob array, and whose it is. What is in it is a secret of its owner, and
 * not here.
 */
public record StoredBlob(LargeBlobEntry entry, Owner owner) {

  /** Whose an entry is. Only the key that sealed it tells, by opening it. */
  public sealed interface Owner {

    /**
     * A credential on this key.
     *
     * @param blobSize bytes of what it keeps there, unpacked
     */
    record Credential(StoredCredential credential, int blobSize) implements Owner {}

    /** None of the credentials that the key lists. */
    record Nobody() implements Owner {}

    /** It is no entry as the specification has it: some program keeps something of its own here. */
    record Unknown() implements Owner {}
  }

  /** What people call it by. */
  public String id() {
    return entry.id();
  }

  /** Bytes that it takes in the array. */
  public int size() {
    return entry.encoded().length();
  }
}
