package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.largeblob.LargeBlobEntry;
import dev.touchstone.key.largeblob.LargeBlobStore;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** largeBlob while a credential is used: reads its blob, or writes it. */
record LargeBlobAtAuthentication(
    Conversation conversation, BlobCipher cipher, Optional<Bytes> write, boolean supported)
    implements AtAuthentication {

  @Override
  public Set<Permission> permissions() {
    return write.isPresent() && supported ? Set.of(Permission.LARGE_BLOB_WRITE) : Set.of();
  }

  @Override
  public GetAssertion.Extensions input(
      GetAssertion.Extensions input, Optional<CredentialId> credential) {
    return supported ? input.withLargeBlobKey() : input;
  }

  @Override
  public void output(GetAssertion.Reply reply, Verification verification, ObjectNode results)
      throws KeyException {
    ObjectNode output = results.putObject(LargeBlob.ID);
    LargeBlobStore store = new LargeBlobStore(conversation);
    if (write.isPresent()) {
      output.put(
          "written", reply.largeBlobKey().isPresent() && written(store, reply, verification));
    } else if (reply.largeBlobKey().isPresent()) {
      for (LargeBlobEntry entry : store.read().entries()) {
        Optional<byte[]> blob = cipher.open(entry, reply.largeBlobKey().get());
        if (blob.isPresent()) {
          output.put("blob", Bytes.of(blob.get()).base64Url());
          return;
        }
      }
    }
  }

  /** The assertion has succeeded already, so a blob that does not fit is an answer, no failure. */
  private boolean written(LargeBlobStore store, GetAssertion.Reply reply, Verification verification)
      throws KeyException {
    Bytes key = reply.largeBlobKey().orElseThrow();
    try {
      List<LargeBlobEntry> entries = new ArrayList<>();
      for (LargeBlobEntry entry : store.read().entries()) {
        if (cipher.open(entry, key).isEmpty()) {
          entries.add(entry);
        }
      }
      entries.add(cipher.seal(write.orElseThrow().toArray(), key));
      store.write(entries, verification::proofOver);
      return true;
    } catch (KeyRefused e) {
      return false;
    }
  }
}
