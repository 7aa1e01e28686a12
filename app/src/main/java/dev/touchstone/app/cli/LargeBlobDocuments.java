package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.BlobContent;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.CollectLargeBlobs.Collection;
import dev.touchstone.key.manage.largeblob.DeleteLargeBlob.Deletion;
import dev.touchstone.key.manage.largeblob.LargeBlobListing;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.StoredBlob.Owner;
import dev.touchstone.key.manage.largeblob.WriteLargeBlob.Writing;
import dev.touchstone.key.transport.KeyDevice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The documents of {@code blobs … --json}, written out as in {@link Documents}. */
final class LargeBlobDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private LargeBlobDocuments() {}

  static ObjectNode list(KeyDevice key, LargeBlobListing listing) {
    ObjectNode document = of(key);
    document.set("blobs", blobs(listing.blobs()));
    ArrayNode without = document.putArray("withoutBlob");
    listing.withoutBlob().forEach(it -> without.add(credential(it)));
    return document
        .put("used", listing.used())
        .put("free", listing.free())
        .put("capacity", listing.capacity())
        .put("damage", listing.array().damage().map(LargeBlobDocuments::word).orElse(null))
        .put("doubt", listing.doubt().orElse(null));
  }

  /** The one document that holds what is in a blob: it was asked for. */
  static ObjectNode content(
      KeyDevice key, StoredBlob blob, BlobContent content, Optional<Path> file) {
    ObjectNode document = of(key);
    document.set("blob", blob(blob));
    return document
        .put("size", content.bytes().length())
        .put("looksLike", word(content.kind()))
        .put("content", file.isPresent() ? null : content.bytes().base64Url())
        .put("file", file.map(Path::toString).orElse(null));
  }

  static ObjectNode written(KeyDevice key, boolean done, Writing writing) {
    ObjectNode document = of(key).put("done", done);
    document.set("credential", credential(writing.credential()));
    return document
        .put("size", writing.blobSize())
        .put("replaces", writing.replaces())
        .put("used", writing.change().sizeAfter())
        .put("capacity", writing.change().capacity());
  }

  static ObjectNode deleted(KeyDevice key, boolean done, Deletion deletion) {
    ObjectNode document = of(key).put("done", done);
    document.set("blob", blob(deletion.blob()));
    return document.put("used", deletion.change().sizeAfter());
  }

  static ObjectNode collected(KeyDevice key, boolean done, Collection collection) {
    ObjectNode document = of(key).put("done", done);
    document.set("going", blobs(collection.going()));
    document.set("atRisk", blobs(collection.atRisk()));
    return document
        .put("freed", collection.freed())
        .put("damage", collection.damage().map(LargeBlobDocuments::word).orElse(null))
        .put("doubt", collection.doubt().orElse(null));
  }

  private static ObjectNode of(KeyDevice key) {
    ObjectNode document = MAKE.objectNode();
    document.set("key", KeyDocuments.key(key));
    return document;
  }

  private static ArrayNode blobs(List<StoredBlob> blobs) {
    ArrayNode array = MAKE.arrayNode();
    blobs.forEach(it -> array.add(blob(it)));
    return array;
  }

  private static ObjectNode blob(StoredBlob blob) {
    ObjectNode json = MAKE.objectNode().put("id", blob.id()).put("storedSize", blob.size());
    switch (blob.owner()) {
      case Owner.Credential(var credential, var size) -> {
        json.put("owner", "credential").put("size", size);
        json.set("credential", credential(credential));
      }
      case Owner.Nobody() -> json.put("owner", "nobody");
      case Owner.Unknown() -> json.put("owner", "unknown");
    }
    return json;
  }

  private static ObjectNode credential(StoredCredential it) {
    return MAKE.objectNode()
        .put("id", it.id().bytes().base64Url())
        .put("rpId", it.rp().id().orElse(null))
        .put("user", it.user().name());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
