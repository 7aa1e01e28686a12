package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.attestation.policy.Trust;
import java.time.InstantSource;

/** Says whom this installation trusts. Asks no network. */
public final class ShowTrust {

  private final TrustDesk desk;
  private final InstantSource clock;

  ShowTrust(TrustDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Reads what is kept.
   *
   * @throws Failure if the policy, the metadata or the laboratory cannot be read
   */
  public TrustOverview run() throws Failure {
    Trust trust = desk.current();
    return new TrustOverview(desk.known(), trust.anchors(), trust.policy(), clock.instant());
  }
}
