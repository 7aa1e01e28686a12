package dev.touchstone.key.manage;

import dev.touchstone.key.ctap.CredentialManagement.CredentialReply;
import dev.touchstone.key.ctap.CredentialManagement.UpdateUserInformation;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.UserAccount;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.ReadBack;
import dev.touchstone.key.session.uv.HeldVerification;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes other names of a credential's user on the key, CTAP 2.3 §6.8.6. The user id never changes,
 * and the relying party is not told.
 */
public final class RenameCredentialUser {

  /** What every key keeps of a name, WebAuthn Level 3 §6.4.1; more may be cut off. */
  private static final int KEPT_BYTES = 64;

  private final Conversation conversation;
  private final HeldVerification held;

  /**
   * @param held with permission cm
   */
  public RenameCredentialUser(Conversation conversation, HeldVerification held) {
    this.conversation = conversation;
    this.held = held;
  }

  /**
   * What would change.
   *
   * @param after the names that the key is told; empty ones are taken away
   */
  public record Renaming(StoredCredential credential, UserAccount after) {

    /** Whether the names are what they were. */
    public boolean changesNothing() {
      return credential.user().equals(after);
    }

    /** Whether a name is longer than every key keeps. */
    public boolean mayBeShortened() {
      return isLong(after.name()) || isLong(after.displayName());
    }

    private static boolean isLong(String name) {
      return name.getBytes(StandardCharsets.UTF_8).length > KEPT_BYTES;
    }
  }

  /**
   * Looks, changes nothing.
   *
   * @param name empty to keep it; an empty text takes it away
   * @param displayName likewise
   * @throws KeyException.NotPossible if the key cannot manage credentials
   */
  public Renaming preview(
      StoredCredential credential, Optional<String> name, Optional<String> displayName)
      throws KeyException {
    ListKeyCredentials.check(conversation);
    UserAccount user = credential.user();
    return new Renaming(
        credential,
        new UserAccount(
            user.id(), name.orElse(user.name()), displayName.orElse(user.displayName())));
  }

  /**
   * Does it.
   *
   * @return the credential as the key has it now, which may have shortened the names; empty if the
   *     key does not list it any more
   */
  public Optional<StoredCredential> apply(Renaming renaming) throws KeyException {
    StoredCredential credential = renaming.credential();
    held.run(
        conversation,
        verification ->
            conversation.send(
                new UpdateUserInformation(
                    credential.id(), renaming.after(), verification::proofOver)));
    return ReadBack.of(() -> find(credential));
  }

  private Optional<StoredCredential> find(StoredCredential credential) throws KeyException {
    return held.run(
        conversation,
        verification -> {
          for (CredentialReply reply :
              new CredentialWalk(conversation, verification::proofOver)
                  .credentials(credential.rp().idHash())) {
            if (reply.credentialId().equals(credential.id())) {
              return Optional.of(ListKeyCredentials.credential(credential.rp(), reply));
            }
          }
          return Optional.empty();
        });
  }
}
