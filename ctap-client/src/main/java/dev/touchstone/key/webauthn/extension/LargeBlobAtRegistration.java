package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.MakeCredential;

/** largeBlob while a credential is made: it gets a key of its own for its blob. */
record LargeBlobAtRegistration(boolean capable) implements AtRegistration {

  @Override
  public MakeCredential.Extensions input(MakeCredential.Extensions input) {
    return capable ? input.withLargeBlobKey() : input;
  }

  @Override
  public void output(MakeCredential.Reply reply, ObjectNode results) {
    results.putObject(LargeBlob.ID).put("supported", reply.largeBlobKey().isPresent());
  }
}
