package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.examination.ExaminationResult;
import dev.touchstone.rp.failure.RelyingPartyException;

/** Examines the attestation of all stored credentials by whom is trusted now. */
public final class ExamineCredentials {

  private final RelyingParty relyingParty;

  ExamineCredentials(RelyingParty relyingParty) {
    this.relyingParty = relyingParty;
  }

  /**
   * Changes nothing.
   *
   * @throws Failure if the database cannot be read
   */
  public ExaminationResult preview() throws Failure {
    try {
      return relyingParty.examination().preview();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  /**
   * Stores which credentials are trusted.
   *
   * @throws Failure if the database cannot be written
   */
  public ExaminationResult apply() throws Failure {
    try {
      return relyingParty.examination().apply(Caller.CONSOLE);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
