package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.failure.RelyingPartyException;

/** Takes a credential away from the relying party; the key keeps its own half. */
public final class DeleteCredential {

  private final RelyingParty relyingParty;
  private final Operators operators;

  public DeleteCredential(RelyingParty relyingParty, Operators operators) {
    this.relyingParty = relyingParty;
    this.operators = operators;
  }

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
   * @throws Failure if no credential, or more than one, begins so, or whoever is at the console may
   *     not help its owner
   */
  public Preview preview(String credentialId) throws Failure {
    try {
      Credential credential = FindCredential.in(relyingParty, credentialId);
      operators.permitHelp(credential.userName());
      boolean last = relyingParty.credentials(credential.userName()).size() == 1;
      return new Preview(credential, last);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  /**
   * Deletes it.
   *
   * @param credentialId base64url, or enough of its beginning to be unique
   * @return what is gone
   * @throws Failure if no credential, or more than one, begins so
   */
  public Preview apply(String credentialId) throws Failure {
    Preview preview = preview(credentialId);
    try {
      relyingParty
          .administration()
          .credentials()
          .revoke(preview.credential().id(), operators.caller());
      return preview;
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
