package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.largeblob.BlobCipher;
import java.util.Optional;

/** Lists, reads, writes, deletes and collects the large blobs of a key (CTAP 2.3 §6.10). */
public final class ManageLargeBlobs {

  private final KeyRing ring;
  private final ChooseKey chooseKey;
  private final BlobCipher cipher;

  ManageLargeBlobs(KeyRing ring, ChooseKey chooseKey, BlobCipher cipher) {
    this.ring = ring;
    this.chooseKey = chooseKey;
    this.cipher = cipher;
  }

  /**
   * Names the key.
   *
   * @param keyId empty for the one that {@link ChooseKey} would take
   * @param toWrite whether the PIN is to permit writing, too
   */
  public record Request(Optional<String> keyId, boolean toWrite) {}

  /**
   * Opens the key, asks nobody yet. The caller closes what it gets.
   *
   * @throws Failure if there is no such key, or it cannot be opened
   */
  public LargeBlobSitting open(Request request, KeyWatcher watcher) throws Failure {
    return new LargeBlobSitting(
        KeySitting.open(ring, chooseKey, request.keyId(), watcher), cipher, request.toWrite());
  }
}
