package dev.touchstone.app.party;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.function.Supplier;

/**
 * The relying party inside this program.
 *
 * @param relyingParty asks and judges
 * @param caller who is at the console, as the audit trail names them
 */
public record LocalParty(RelyingParty relyingParty, Supplier<Caller> caller) implements Party {

  /** A half of a ceremony that the relying party may not be able to do. */
  @FunctionalInterface
  private interface Half<T> {
    T run() throws RelyingPartyException;
  }

  @Override
  public Asked register(RegistrationRequest request) throws Failure {
    PendingCeremony pending = advised(() -> relyingParty.beginRegistration(request, caller.get()));
    return new Begun(
        pending,
        response -> relyingParty.finishRegistration(byId(pending), response, caller.get()));
  }

  @Override
  public Asked signIn(AuthenticationRequest request) throws Failure {
    PendingCeremony pending =
        advised(() -> relyingParty.beginAuthentication(request, caller.get()));
    return new Begun(
        pending,
        response -> relyingParty.finishAuthentication(byId(pending), response, caller.get()));
  }

  @Override
  public void close() {
    relyingParty.close();
  }

  /** Judges a response. */
  @FunctionalInterface
  private interface Judge {
    Verdict judge(String response) throws RelyingPartyException;
  }

  private record Begun(PendingCeremony pending, Judge judge) implements Asked {

    @Override
    public String optionsJson() {
      return pending.optionsJson();
    }

    @Override
    public Verdict answer(String responseJson) throws Failure {
      return advised(() -> judge.judge(responseJson));
    }
  }

  private static CeremonyReference byId(PendingCeremony pending) {
    return new CeremonyReference.ById(pending.id());
  }

  private static <T> T advised(Half<T> half) throws Failure {
    try {
      return half.run();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
