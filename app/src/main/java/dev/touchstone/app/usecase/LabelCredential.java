package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.account.Credential;

/** Gives a credential the name that people call it by. */
public final class LabelCredential {

  /**
   * Which credential gets which label.
   *
   * @param credentialId base64url, or enough of its beginning to be unique
   * @param label the new label; empty takes it away
   */
  public record Request(String credentialId, String label) {}

  /**
   * What would change.
   *
   * @throws Failure if no credential, or more than one, begins so
   */
  public Credential preview(Request request) throws Failure {
    return Pending.of(request);
  }

  /**
   * Changes it.
   *
   * @return the credential as it is now
   * @throws Failure if no credential, or more than one, begins so
   */
  public Credential apply(Request request) throws Failure {
    return Pending.of(request);
  }
}
