package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.webauthn.WebAuthnClient;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;

/**
 * The one place where the relying party's JSON meets the client's: options out of the one and into
 * the other, the response back, and a verdict.
 *
 * @param relyingParty asks and judges
 * @param client is the browser
 * @param origin where the client claims to be
 */
public record Ceremony(RelyingParty relyingParty, WebAuthnClient client, String origin) {

  CeremonyResult register(
      RegistrationRequest request,
      KeyDevice key,
      KeySession session,
      CeremonyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    try {
      PendingCeremony pending = relyingParty.beginRegistration(request);
      watcher.stage(Stage.AT_THE_KEY);
      String response =
          client.register(pending.optionsJson(), origin, session, watcher, cancellation);
      watcher.stage(Stage.VERIFYING);
      Verdict verdict = relyingParty.finishRegistration(pending.id(), response);
      watcher.stage(Stage.DONE);
      return new CeremonyResult(verdict, key, pending.optionsJson(), ShownResponse.of(response));
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.REGISTER, e), e);
    } catch (WebAuthnException e) {
      throw new Failure(Advisor.on(Operation.REGISTER, e), e);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  CeremonyResult signIn(
      AuthenticationRequest request,
      KeyDevice key,
      KeySession session,
      CeremonyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    try {
      PendingCeremony pending = relyingParty.beginAuthentication(request);
      watcher.stage(Stage.AT_THE_KEY);
      String response =
          client.authenticate(pending.optionsJson(), origin, session, watcher, cancellation);
      watcher.stage(Stage.VERIFYING);
      Verdict verdict = relyingParty.finishAuthentication(pending.id(), response);
      watcher.stage(Stage.DONE);
      return new CeremonyResult(verdict, key, pending.optionsJson(), ShownResponse.of(response));
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.SIGN_IN, e), e);
    } catch (WebAuthnException e) {
      throw new Failure(Advisor.on(Operation.SIGN_IN, e), e);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
