package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.account.Credential;

/** Takes a credential away from the relying party; the key keeps its own half. */
public final class DeleteCredential {

  /**
   * What would be lost.
   *
   * @param credential the one that would be deleted
   * @param lastOfUser whether the user could not sign in afterwards
   */
  public record Preview(Credential credential, boolean lastOfUser) {}

  /**
   * Looks, changes nothing.
   *
   * @param credentialId base64url, or enough of its beginning to be unique
   * @throws Failure if no credential, or more than one, begins so
   */
  public Preview preview(String credentialId) throws Failure {
    return Pending.of(credentialId);
  }

  /**
   * Deletes it.
   *
   * @param credentialId base64url, or enough of its beginning to be unique
   * @return the credential that is gone
   * @throws Failure if no credential, or more than one, begins so
   */
  public Credential apply(String credentialId) throws Failure {
    return Pending.of(credentialId);
  }
}
