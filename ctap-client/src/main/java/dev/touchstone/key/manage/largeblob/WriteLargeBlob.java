package dev.touchstone.key.manage.largeblob;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.largeblob.LargeBlobArray;
import dev.touchstone.key.largeblob.LargeBlobEntry;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.ArrayList;
import java.util.List;

/** Puts a blob beside a credential, in the place of the one that it had, CTAP 2.3 §6.10.3. */
public final class WriteLargeBlob {

  private final Conversation conversation;
  private final HeldVerification held;
  private final BlobCipher cipher;

  /**
   * @param held with permissions cm and lbw
   */
  public WriteLargeBlob(Conversation conversation, HeldVerification held, BlobCipher cipher) {
    this.conversation = conversation;
    this.held = held;
    this.cipher = cipher;
  }

  /**
   * What would change.
   *
   * @param blobSize bytes before they are packed
   * @param replaces whether the credential has a blob, which would be gone
   */
  public record Writing(
      StoredCredential credential, int blobSize, boolean replaces, ArrayChange change) {}

  /**
   * Looks, changes nothing.
   *
   * @throws KeyException.NotPossible if it does not fit, if the credential can have none, or if the
   *     array is damaged
   */
  public Writing preview(StoredCredential credential, byte[] blob) throws KeyException {
    Survey survey = Survey.of(conversation, held, cipher);
    LargeBlobArray array = ArrayChange.intact(survey.array());
    Bytes key = survey.keyOf(credential.id());
    LargeBlobEntry sealed = cipher.seal(blob, key);
    List<LargeBlobEntry> after = new ArrayList<>();
    boolean replaced = false;
    for (LargeBlobEntry entry : array.entries()) {
      if (cipher.open(entry, key).isEmpty()) {
        after.add(entry);
      } else if (!replaced) {
        after.add(sealed);
        replaced = true;
      }
    }
    if (!replaced) {
      after.add(sealed);
    }
    return new Writing(
        credential,
        blob.length,
        replaced,
        new ArrayChange(array, after, survey.listing().capacity()).check());
  }

  /**
   * Does it. The key holds the old blobs until it has all of the new ones.
   *
   * @throws KeyException.NotPossible if another program changed the array since
   */
  public void apply(Writing writing) throws KeyException {
    writing.change().apply(conversation, held);
  }
}
