package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.CredentialManagement;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;

/** Deletes a discoverable credential from a key for good, CTAP 2.3 §6.8.5. */
public final class DeleteKeyCredential {

  private final Conversation conversation;
  private final HeldVerification held;

  /**
   * @param held with permission cm
   */
  public DeleteKeyCredential(Conversation conversation, HeldVerification held) {
    this.conversation = conversation;
    this.held = held;
  }

  /**
   * What would be gone.
   *
   * @param credential its private key exists nowhere else
   */
  public record Deletion(StoredCredential credential) {

    /** Whether a large blob may be left over, which nobody can read any more. */
    public boolean mayLeaveLargeBlob() {
      return credential.largeBlobKey();
    }
  }

  /**
   * Looks, changes nothing.
   *
   * @throws KeyException.NotPossible if the key cannot manage credentials
   */
  public Deletion preview(StoredCredential credential) throws KeyException {
    ListKeyCredentials.check(conversation);
    return new Deletion(credential);
  }

  /**
   * Does it. It cannot be undone.
   *
   * @throws KeyException.KeyRefused with CTAP2_ERR_NO_CREDENTIALS if it is not there any more
   */
  public void apply(Deletion deletion) throws KeyException {
    held.run(
        conversation,
        verification ->
            conversation.send(
                new CredentialManagement.DeleteCredential(
                    deletion.credential().id(), verification::proofOver)));
  }
}
