package dev.touchstone.key.manage.largeblob;

import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.largeblob.LargeBlobEntry;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.Optional;

/** Looks at the large blobs of a key and at one of them, CTAP 2.3 §6.10.3. Changes nothing. */
public final class ListLargeBlobs {

  private final Conversation conversation;
  private final HeldVerification held;
  private final BlobCipher cipher;

  /**
   * @param held with permission cm
   */
  public ListLargeBlobs(Conversation conversation, HeldVerification held, BlobCipher cipher) {
    this.conversation = conversation;
    this.held = held;
    this.cipher = cipher;
  }

  /** Why this key has no large blobs, and what can be done; empty if it has. */
  public static Optional<String> obstacle(GetInfo.Reply info) {
    return Survey.obstacle(info);
  }

  /**
   * Reads all of them, and whose they are.
   *
   * @throws KeyException.NotPossible if the key has no large blobs
   */
  public LargeBlobListing run() throws KeyException {
    return Survey.of(conversation, held, cipher).listing();
  }

  /**
   * What is in one of them: a secret of its owner, for who asked for it.
   *
   * @throws KeyException.NotPossible if no credential on this key opens it
   */
  public byte[] content(LargeBlobEntry entry) throws KeyException {
    return Survey.of(conversation, held, cipher).open(entry);
  }
}
