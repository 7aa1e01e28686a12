package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.app.remembered.RememberedKey;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.manage.CredentialSlots;
import dev.touchstone.key.manage.DeleteKeyCredential;
import dev.touchstone.key.manage.DeleteKeyCredential.Deletion;
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
public final class KeyCredentialSitting implements OpenKey {

  private final KeySitting sitting;
  private final RememberedAccess remembered;
  private final HeldVerification held =
      new HeldVerification(
          TokenScope.management(Permission.CREDENTIAL_MANAGEMENT),
          "The credentials on this key are shown to who knows its PIN.");

  KeyCredentialSitting(KeySitting sitting, RememberedAccess remembered) {
    this.sitting = sitting;
    this.remembered = remembered;
  }

  /** By what right the credentials are listed. */
  public enum Access {
    /** Without a PIN where that is remembered, else with it. */
    USUAL,
    /** Without a PIN or not at all. */
    REMEMBERED,
    /** With the PIN, and without it from now on. */
    REMEMBER
  }

  @Override
  public KeyDevice key() {
    return sitting.key();
  }

  /** Why this key cannot list its credentials, and what can be done; empty if it can. */
  public Optional<String> obstacle() {
    return ListKeyCredentials.obstacle(sitting.info());
  }

  /**
   * Reads all of them.
   *
   * @throws Failure if the key cannot list them, the PIN was not given, or what was remembered
   *     cannot be read or kept
   */
  public CredentialsOnKey list(Access access, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return new CredentialListing(sitting, held, remembered, watcher, cancellation).run(access);
  }

  /** How much room there is, as far as the key tells without a PIN. */
  public CredentialSlots estimate() {
    return CredentialSlots.estimate(sitting.info());
  }

  /** Whether this key is remembered. */
  public boolean isRemembered() throws Failure {
    Optional<RememberedKey> known = remembered.find(sitting.info());
    known.ifPresent(RememberedKey::close);
    return known.isPresent();
  }

  /** Whether the key can be remembered. */
  public boolean canBeRemembered() {
    return sitting.info().options().persistentReadOnlyToken();
  }

  /**
   * Forgets the right to look into this key without its PIN.
   *
   * @return whether there was one
   * @throws Failure if that cannot be kept
   */
  public boolean forget() throws Failure {
    Optional<RememberedKey> known = remembered.find(sitting.info());
    if (known.isEmpty()) {
      return false;
    }
    try (RememberedKey key = known.get()) {
      remembered.takeAway(key);
    }
    return true;
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
