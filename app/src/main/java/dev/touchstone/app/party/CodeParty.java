package dev.touchstone.app.party;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;

/**
 * The relying party inside this program, to somebody who has a one-time code of the help desk: the
 * code says whose key is registered, whatever else is asked for.
 *
 * @param relyingParty judges
 * @param code as it was typed
 */
public record CodeParty(RelyingParty relyingParty, String code) implements Party {

  @Override
  public Asked register(RegistrationRequest request) throws Failure {
    try {
      PendingCeremony pending =
          relyingParty
              .helpDesk()
              .redemption()
              .begin(code, request.label(), Caller.CONSOLE)
              .orElseThrow(CodeParty::refused);
      return new Begun(relyingParty, pending);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  @Override
  public Asked signIn(AuthenticationRequest request) throws Failure {
    throw refused();
  }

  @Override
  public void close() {
    // whoever opened it closes it
  }

  /** Nobody's code is in a text that is shown. */
  @Override
  public String toString() {
    return "CodeParty";
  }

  private static Failure refused() {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "The code is not accepted: it is wrong, used or expired, or one of the operators who"
                + " gave it may not do so any more.",
            "Nothing was changed.",
            "Type it as it was told, within the hour; or have the help desk ask again.",
            ""));
  }

  private record Begun(RelyingParty relyingParty, PendingCeremony pending) implements Asked {

    @Override
    public String optionsJson() {
      return pending.optionsJson();
    }

    @Override
    public Verdict answer(String responseJson) throws Failure {
      try {
        return relyingParty.finishRegistration(pending.id(), responseJson);
      } catch (RelyingPartyException e) {
        throw new Failure(Advisor.on(e), e);
      }
    }
  }
}
