package dev.touchstone.app.ui.largeblobs;

import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.CollectLargeBlobs.Collection;
import dev.touchstone.key.manage.largeblob.DeleteLargeBlob.Deletion;
import dev.touchstone.key.manage.largeblob.LargeBlobListing;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.StoredBlob.Owner;
import dev.touchstone.key.manage.largeblob.WriteLargeBlob.Writing;
import java.util.ArrayList;
import java.util.List;

/** How the tab calls things. */
final class LargeBlobWords {

  private LargeBlobWords() {}

  static String credential(StoredCredential credential) {
    String user = credential.user().name();
    return "%s at %s"
        .formatted(
            user.isEmpty() ? "user id " + credential.user().id().base64Url() : user,
            credential.rp().id().orElse("an unknown relying party"));
  }

  static String owner(StoredBlob blob) {
    return switch (blob.owner()) {
      case Owner.Credential(var credential, var _) -> credential(credential);
      case Owner.Nobody() -> "No credential on this key";
      case Owner.Unknown() -> "Something that another program keeps here";
    };
  }

  static String room(LargeBlobListing listing) {
    return "%d of %d bytes used, %d free"
        .formatted(listing.used(), listing.capacity(), listing.free());
  }

  static List<String> preview(Writing writing) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%d bytes are kept beside the credential of %s."
            .formatted(writing.blobSize(), credential(writing.credential())));
    if (writing.replaces()) {
      sentences.add("The large blob that it has is gone then.");
    }
    sentences.add(
        "All large blobs together take %d of %d bytes then."
            .formatted(writing.change().sizeAfter(), writing.change().capacity()));
    return sentences;
  }

  static List<String> preview(Deletion deletion) {
    return List.of(
        "%s (%d bytes on the key)".formatted(owner(deletion.blob()), deletion.blob().size()),
        "The credential stays. The other large blobs stay as they are.");
  }

  static List<String> preview(Collection collection) {
    List<String> sentences = new ArrayList<>();
    collection
        .damage()
        .ifPresent(damage ->
            sentences.add(
                "The large blobs on this key are damaged; %s. They are replaced by none."
                    .formatted(damage.words())));
    if (collection.changesNothing()) {
      sentences.add("There is nothing to collect.");
    } else {
      sentences.add(
          "%d large blobs of no credential on this key go, and %d bytes are free besides."
              .formatted(collection.going().size(), collection.freed()));
    }
    if (!collection.atRisk().isEmpty()) {
      sentences.add(
          "%d stay, because they may belong to somebody. %s"
              .formatted(collection.atRisk().size(), collection.doubt().orElse(""))
              .strip());
    }
    return sentences;
  }
}
