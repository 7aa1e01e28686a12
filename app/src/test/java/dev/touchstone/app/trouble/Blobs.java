package dev.touchstone.app.trouble;

import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.manage.DeleteKeyCredential;
import dev.touchstone.key.manage.ListKeyCredentials;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.CollectLargeBlobs;
import dev.touchstone.key.manage.largeblob.DeleteLargeBlob;
import dev.touchstone.key.manage.largeblob.ListLargeBlobs;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.WriteLargeBlob;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;

/** What is done to the large blobs of {@link Stock#WITH_BLOBS}. */
final class Blobs {

  /** Does not get smaller, and takes more than one command to write. */
  static final byte[] LONG = new byte[1300];

  static {
    new Random(1).nextBytes(LONG);
  }

  private static final BlobCipher CIPHER = new BlobCipher(new SecureRandom());

  private Blobs() {}

  static HeldVerification verification() {
    return new HeldVerification(
        TokenScope.management(Permission.CREDENTIAL_MANAGEMENT, Permission.LARGE_BLOB_WRITE),
        "Large blobs are looked at.");
  }

  static void read(Conversation key, HeldVerification held) throws KeyException {
    var _ = new ListLargeBlobs(key, held, CIPHER).content(owned(key, held).entry());
  }

  static void write(Conversation key, HeldVerification held, String rpId, byte[] blob)
      throws KeyException {
    var write = new WriteLargeBlob(key, held, CIPHER);
    write.apply(write.preview(credential(key, held, rpId), blob));
  }

  static void delete(Conversation key, HeldVerification held) throws KeyException {
    var delete = new DeleteLargeBlob(key, held, CIPHER);
    delete.apply(delete.preview(owned(key, held)));
  }

  static void collect(Conversation key, HeldVerification held) throws KeyException {
    var collect = new CollectLargeBlobs(key, held, CIPHER);
    collect.apply(collect.preview(Set.of()));
  }

  /** Its large blob stays, and belongs to nobody. */
  static void deleteCredential(Conversation key, HeldVerification held, String rpId)
      throws KeyException {
    var delete = new DeleteKeyCredential(key, held);
    delete.apply(delete.preview(credential(key, held, rpId)));
  }

  private static StoredBlob owned(Conversation key, HeldVerification held) throws KeyException {
    return new ListLargeBlobs(key, held, CIPHER)
        .run().blobs().stream()
            .filter(it -> it.owner() instanceof StoredBlob.Owner.Credential)
            .findFirst()
            .orElseThrow();
  }

  private static StoredCredential credential(Conversation key, HeldVerification held, String rpId)
      throws KeyException {
    return new ListKeyCredentials(key, held)
        .run().credentials().stream()
            .filter(it -> it.rp().id().orElse("").equals(rpId))
            .findFirst()
            .orElseThrow();
  }
}
