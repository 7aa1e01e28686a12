package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.CollectLargeBlobs;
import dev.touchstone.key.manage.largeblob.CollectLargeBlobs.Collection;
import dev.touchstone.key.manage.largeblob.DeleteLargeBlob;
import dev.touchstone.key.manage.largeblob.DeleteLargeBlob.Deletion;
import dev.touchstone.key.manage.largeblob.LargeBlobListing;
import dev.touchstone.key.manage.largeblob.ListLargeBlobs;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.WriteLargeBlob;
import dev.touchstone.key.manage.largeblob.WriteLargeBlob.Writing;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;
import java.util.Set;

/**
 * A key that stays open while somebody looks through its large blobs; one PIN serves all steps. One
 * step at a time, on any thread.
 */
public final class LargeBlobSitting implements OpenKey {

  private final KeySitting sitting;
  private final BlobCipher cipher;
  private final HeldVerification held;

  LargeBlobSitting(KeySitting sitting, BlobCipher cipher, boolean toWrite) {
    this.sitting = sitting;
    this.cipher = cipher;
    this.held =
        new HeldVerification(
            toWrite
                ? TokenScope.management(
                    Permission.CREDENTIAL_MANAGEMENT, Permission.LARGE_BLOB_WRITE)
                : TokenScope.management(Permission.CREDENTIAL_MANAGEMENT),
            "Large blobs are shown to who knows the key's PIN.");
  }

  @Override
  public KeyDevice key() {
    return sitting.key();
  }

  /** Why this key has no large blobs, and what can be done; empty if it has. Asks nobody. */
  public Optional<String> obstacle(KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.READ_KEY,
        watcher,
        cancellation,
        conversation -> ListLargeBlobs.obstacle(conversation.info()));
  }

  /**
   * Reads all of them, and whose they are; not what is in them.
   *
   * @throws Failure if the key has no large blobs, or the PIN was not given
   */
  public LargeBlobListing list(KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.READ_LARGE_BLOB,
        watcher,
        cancellation,
        conversation -> new ListLargeBlobs(conversation, held, cipher).run());
  }

  /**
   * Reads what is in one of them, which is a secret of its owner.
   *
   * @throws Failure if no credential on the key opens it
   */
  public byte[] read(StoredBlob blob, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return sitting.run(
        Operation.READ_LARGE_BLOB,
        watcher,
        cancellation,
        conversation -> new ListLargeBlobs(conversation, held, cipher).content(blob.entry()));
  }

  /** Looks, changes nothing. */
  public Writing previewWrite(
      StoredCredential credential, byte[] blob, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return sitting.run(
        Operation.WRITE_LARGE_BLOB,
        watcher,
        cancellation,
        conversation -> new WriteLargeBlob(conversation, held, cipher).preview(credential, blob));
  }

  /** Writes; the others stay byte for byte. */
  public void write(Writing writing, KeyWatcher watcher, Cancellation cancellation) throws Failure {
    sitting.run(
        Operation.WRITE_LARGE_BLOB,
        watcher,
        cancellation,
        conversation -> {
          new WriteLargeBlob(conversation, held, cipher).apply(writing);
          return true;
        });
  }

  /** Looks, changes nothing. */
  public Deletion previewDelete(StoredBlob blob, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return sitting.run(
        Operation.DELETE_LARGE_BLOB,
        watcher,
        cancellation,
        conversation -> new DeleteLargeBlob(conversation, held, cipher).preview(blob));
  }

  /** Deletes it; the others stay byte for byte. */
  public void delete(Deletion deletion, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    sitting.run(
        Operation.DELETE_LARGE_BLOB,
        watcher,
        cancellation,
        conversation -> {
          new DeleteLargeBlob(conversation, held, cipher).apply(deletion);
          return true;
        });
  }

  /**
   * Looks, changes nothing.
   *
   * @param named ids of those that are to go although they may have an owner
   */
  public Collection previewCollect(Set<String> named, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return sitting.run(
        Operation.COLLECT_LARGE_BLOBS,
        watcher,
        cancellation,
        conversation -> new CollectLargeBlobs(conversation, held, cipher).preview(named));
  }

  /** Deletes what the preview says. */
  public void collect(Collection collection, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    sitting.run(
        Operation.COLLECT_LARGE_BLOBS,
        watcher,
        cancellation,
        conversation -> {
          new CollectLargeBlobs(conversation, held, cipher).apply(collection);
          return true;
        });
  }

  @Override
  public void close() {
    held.close();
    sitting.close();
  }
}
