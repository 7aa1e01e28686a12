package dev.touchstone.app.cli;

import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.StoredBlob.Owner;

/** How sentences call large blobs and those they belong to. */
final class LargeBlobText {

  private LargeBlobText() {}

  static String blob(StoredBlob blob) {
    return "%s (%d bytes, %s)".formatted(blob.id(), blob.size(), owner(blob));
  }

  static String owner(StoredBlob blob) {
    return switch (blob.owner()) {
      case Owner.Credential(var credential, var _) -> "of " + credential(credential);
      case Owner.Nobody() -> "of no credential on this key";
      case Owner.Unknown() -> "not in the form of the specification";
    };
  }

  static String credential(StoredCredential credential) {
    String user =
        credential.user().name().isEmpty()
            ? "user id " + credential.user().id().base64Url()
            : credential.user().name();
    return "%s at %s"
        .formatted(Visible.line(user), Visible.line(credential.rp().id().orElse("unknown")));
  }
}
