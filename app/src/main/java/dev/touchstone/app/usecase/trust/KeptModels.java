package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.failure.RelyingPartyException;

/** What the metadata that are kept say of models. */
final class KeptModels {

  private KeptModels() {}

  static Metadata in(TrustUseCases.Opening relyingParty) throws Failure {
    try {
      return relyingParty.open().trust().current().anchors().metadata();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
