package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.trust.StoredTrust;
import java.time.InstantSource;

/** Says whom this installation trusts. Asks no network. */
public final class ShowTrust {

  private final TrustUseCases.Opening relyingParty;
  private final InstantSource clock;

  ShowTrust(TrustUseCases.Opening relyingParty, InstantSource clock) {
    this.relyingParty = relyingParty;
    this.clock = clock;
  }

  /**
   * Reads what is kept.
   *
   * @throws Failure if the policy, the metadata or the laboratory cannot be read
   */
  public TrustOverview run() throws Failure {
    try {
      StoredTrust stored = relyingParty.open().trust();
      Trust trust = stored.current();
      return new TrustOverview(stored.known(), trust.anchors(), trust.policy(), clock.instant());
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
