package dev.touchstone.key.manage.largeblob;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.CredentialManagement.GetCredsMetadata;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.NotPossible.Obstacle;
import dev.touchstone.key.ctap.Proof;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.largeblob.LargeBlobArray;
import dev.touchstone.key.largeblob.LargeBlobEntry;
import dev.touchstone.key.largeblob.LargeBlobStore;
import dev.touchstone.key.manage.CredentialWalk;
import dev.touchstone.key.manage.CredentialWalk.Found;
import dev.touchstone.key.manage.ListKeyCredentials;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The array and the credentials with their large-blob keys, looked at together: each entry is tried
 * with each key, CTAP 2.3 §6.10.4. Holds secrets, so it lives as long as one step.
 */
final class Survey {

  private static final int KEY_LENGTH = 32;

  private final LargeBlobArray array;
  private final List<Found> credentials;
  private final BlobCipher cipher;
  private final int capacity;
  private final Optional<String> doubt;

  private Survey(
      LargeBlobArray array,
      List<Found> credentials,
      BlobCipher cipher,
      int capacity,
      Optional<String> doubt) {
    this.array = array;
    this.credentials = credentials;
    this.cipher = cipher;
    this.capacity = capacity;
    this.doubt = doubt;
  }

  /** Why this key has no large blobs; empty if it has. */
  static Optional<String> obstacle(GetInfo.Reply info) {
    if (info.options().largeBlobs()) {
      return Optional.empty();
    }
    return Optional.of(
        info.isU2fOnly()
            ? "This key speaks U2F only: it keeps no large blobs. Take a FIDO2 key of CTAP 2.1 or"
                + " later that has them."
            : "This key keeps no large blobs. Some keys of CTAP 2.1 and later do; 'touchstone info'"
                + " shows the option largeBlobs then.");
  }

  /**
   * @param held with permission cm
   * @throws NotPossible if the key has no large blobs
   */
  static Survey of(Conversation conversation, HeldVerification held, BlobCipher cipher)
      throws KeyException {
    GetInfo.Reply info = conversation.info();
    Optional<String> obstacle = obstacle(info);
    if (obstacle.isPresent()) {
      throw new NotPossible(NotPossible.Obstacle.NOT_SUPPORTED, obstacle.get());
    }
    LargeBlobStore store = new LargeBlobStore(conversation);
    if (ListKeyCredentials.obstacle(info).isPresent()) {
      return new Survey(
          store.read(),
          List.of(),
          cipher,
          store.capacity(),
          Optional.of("This key does not list its credentials."));
    }
    return held.run(
        conversation,
        verification -> {
          Proof proof = verification::proofOver;
          int existing = conversation.send(new GetCredsMetadata(proof)).existing();
          List<Found> found = new CredentialWalk(conversation, proof).all();
          return new Survey(
              store.read(), found, cipher, store.capacity(), doubt(info, existing, found.size()));
        });
  }

  private static Optional<String> doubt(GetInfo.Reply info, int existing, int found) {
    if (!info.options().credentialManagement()) {
      return Optional.of(
          "This key lists its credentials as the drafts of CTAP 2.1 did, which need not tell their"
              + " large-blob keys.");
    }
    return existing == found
        ? Optional.empty()
        : Optional.of(
            "This key says that it holds %d credentials, but listed %d."
                .formatted(existing, found));
  }

  LargeBlobArray array() {
    return array;
  }

  LargeBlobListing listing() {
    List<StoredBlob> blobs = array.entries().stream().map(this::judged).toList();
    List<CredentialId> owners = new ArrayList<>();
    for (StoredBlob blob : blobs) {
      if (blob.owner() instanceof StoredBlob.Owner.Credential owner) {
        owners.add(owner.credential().id());
      }
    }
    return new LargeBlobListing(
        array,
        blobs,
        credentials.stream()
            .filter(it -> key(it).isPresent())
            .filter(it -> !owners.contains(it.credential().credentialId()))
            .map(Found::described)
            .toList(),
        doubt,
        capacity);
  }

  /** What is in an entry. */
  byte[] open(LargeBlobEntry entry) throws NotPossible {
    for (Found found : credentials) {
      Optional<byte[]> blob = key(found).flatMap(key -> cipher.open(entry, key));
      if (blob.isPresent()) {
        return blob.get();
      }
    }
    throw new NotPossible(Obstacle.NOT_FOUND, "No credential on this key opens this large blob.");
  }

  /** The large-blob key of a credential. */
  Bytes keyOf(CredentialId id) throws NotPossible {
    return credentials.stream()
        .filter(it -> it.credential().credentialId().equals(id))
        .findFirst()
        .flatMap(Survey::key)
        .orElseThrow(() ->
            new NotPossible(
                Obstacle.NOT_FOUND,
                "This credential can have no large blob. It gets a key for that only when it is"
                    + " made, if the website asks for it."));
  }

  private StoredBlob judged(LargeBlobEntry entry) {
    if (!entry.isWellFormed()) {
      return new StoredBlob(entry, new StoredBlob.Owner.Unknown());
    }
    for (Found found : credentials) {
      Optional<byte[]> blob = key(found).flatMap(key -> cipher.open(entry, key));
      if (blob.isPresent()) {
        return new StoredBlob(
            entry, new StoredBlob.Owner.Credential(found.described(), blob.get().length));
      }
    }
    return new StoredBlob(entry, new StoredBlob.Owner.Nobody());
  }

  /** A key of another length cannot have sealed anything. */
  private static Optional<Bytes> key(Found found) {
    return found.credential().largeBlobKey().filter(key -> key.length() == KEY_LENGTH);
  }
}
