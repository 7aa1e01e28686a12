package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.failure.RelyingPartyException;

/** Gives a credential the name that people call it by. */
public final class LabelCredential {

  private final RelyingParty relyingParty;
  private final Operators operators;

  public LabelCredential(RelyingParty relyingParty, Operators operators) {
    this.relyingParty = relyingParty;
    this.operators = operators;
  }

  /**
   * Which credential gets which label.
   *
   * @param credentialId base64url, or enough of its beginning to be unique
   * @param label the new label; empty takes it away
   */
  public record Request(String credentialId, String label) {}

  /**
   * Looks, changes nothing.
   *
   * @return the credential, with the label that would be lost
   * @throws Failure if no credential, or more than one, begins so, or whoever is at the console may
   *     not help its owner
   */
  public Credential preview(String credentialId) throws Failure {
    try {
      Credential found = FindCredential.in(relyingParty, credentialId);
      operators.permitHelp(found.userName());
      return found;
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  /**
   * Changes it; the old label is the only thing that is lost.
   *
   * @return the credential as it is now
   * @throws Failure if no credential, or more than one, begins so
   */
  public Credential apply(Request request) throws Failure {
    String id = preview(request.credentialId()).id();
    try {
      relyingParty.administration().credentials().relabel(id, request.label(), operators.caller());
      return FindCredential.in(relyingParty, id);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
