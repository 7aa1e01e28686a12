package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.manage.DeleteKeyCredential;
import dev.touchstone.key.manage.DeleteKeyCredential.Deletion;
import dev.touchstone.key.manage.KeyCredentials;
import dev.touchstone.key.manage.ListKeyCredentials;
import dev.touchstone.key.manage.RenameCredentialUser;
import dev.touchstone.key.manage.RenameCredentialUser.Renaming;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;

/**
 * A key that stays open while somebody looks through its credentials; one PIN serves all steps. One
 * step at a time, on any thread.
 */
public final class KeyCredentialSitting implements AutoCloseable {

  private final KeySitting sitting;
  private final HeldVerification held =
      new HeldVerification(
          TokenScope.management(Permission.CREDENTIAL_MANAGEMENT),
          "The credentials on this key are shown to who knows its PIN.");

  KeyCredentialSitting(KeySitting sitting) {
    this.sitting = sitting;
  }

  public KeyDevice key() {
    return sitting.key();
  }

  /**
   * Reads all of them.
   *
   * @throws Failure if the key cannot list them, or the PIN was not given
   */
  public KeyCredentials list(KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.LIST_CREDENTIALS,
        watcher,
        cancellation,
        conversation -> new ListKeyCredentials(conversation, held).run());
  }

  /**
   * Looks, changes nothing.
   *
   * @param name empty to keep it; an empty text takes it away
   * @param displayName likewise
   */
  public Renaming previewRename(
      StoredCredential credential,
      Optional<String> name,
      Optional<String> displayName,
      KeyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    return sitting.run(
        Operation.RENAME_CREDENTIAL_USER,
        watcher,
        cancellation,
        conversation ->
            new RenameCredentialUser(conversation, held).preview(credential, name, displayName));
  }

  /**
   * Renames.
   *
   * @return the credential as the key has it now; empty if the key does not list it any more
   */
  public Optional<StoredCredential> rename(
      Renaming renaming, KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.RENAME_CREDENTIAL_USER,
        watcher,
        cancellation,
        conversation -> new RenameCredentialUser(conversation, held).apply(renaming));
  }

  /** Looks, changes nothing. */
  public Deletion previewDelete(
      StoredCredential credential, KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.DELETE_KEY_CREDENTIAL,
        watcher,
        cancellation,
        conversation -> new DeleteKeyCredential(conversation, held).preview(credential));
  }

  /** Deletes for good. */
  public void delete(Deletion deletion, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    sitting.run(
        Operation.DELETE_KEY_CREDENTIAL,
        watcher,
        cancellation,
        conversation -> {
          new DeleteKeyCredential(conversation, held).apply(deletion);
          return true;
        });
  }

  @Override
  public void close() {
    held.close();
    sitting.close();
  }
}
