package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.examination.ExaminationResult;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.InstantSource;

/** Changes which authenticators are taken. What is stored is examined anew by it. */
public final class SetTrustPolicy {

  private final RelyingParty relyingParty;
  private final InstantSource clock;

  SetTrustPolicy(RelyingParty relyingParty, InstantSource clock) {
    this.relyingParty = relyingParty;
    this.clock = clock;
  }

  /**
   * What would become of the stored credentials.
   *
   * @throws Failure if the database cannot be read
   */
  public ExaminationResult preview(TrustPolicy policy) throws Failure {
    try {
      return relyingParty.examination(relyingParty.trust().under(policy)).preview();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  /**
   * Keeps the policy, and stores which credentials are trusted now.
   *
   * @throws Failure if the database cannot be written
   */
  public ExaminationResult apply(TrustPolicy policy) throws Failure {
    try {
      relyingParty.trust().keep(policy);
      relyingParty.note(
          AuditEvent.succeeded(clock.instant(), AuditEvents.TRUST_UPDATE, Caller.CONSOLE, "")
              .with("what", "policy")
              .with("policy", String.join("; ", PolicyWords.of(policy))));
      return relyingParty.examination().apply(Caller.CONSOLE);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
