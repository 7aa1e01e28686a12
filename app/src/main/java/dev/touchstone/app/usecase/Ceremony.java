package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.app.party.Party;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.trace.Recorder;
import dev.touchstone.key.trace.entry.PartyAct;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.webauthn.WebAuthnClient;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one place where the relying party's JSON meets the client's: options out of the one and into
 * the other, the response back, and a verdict.
 *
 * @param party asks and judges
 * @param client is the browser
 * @param origin where the client claims to be
 * @param recorder who writes down what the relying party does, if somebody does
 */
public record Ceremony(
    Party party, WebAuthnClient client, String origin, Supplier<Optional<Recorder>> recorder) {

  CeremonyResult register(
      RegistrationRequest request,
      KeyDevice key,
      KeySession session,
      CeremonyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    try {
      Party.Asked asked = party.register(request);
      recorder
          .get()
          .ifPresent(it -> it.optionsSent(PartyAct.REGISTRATION_OPTIONS, asked.optionsJson()));
      watcher.stage(Stage.AT_THE_KEY);
      String response =
          client.register(asked.optionsJson(), origin, session, watcher, cancellation);
      watcher.stage(Stage.VERIFYING);
      Verdict verdict = asked.answer(response);
      recorder
          .get()
          .ifPresent(
              it -> it.judged(PartyAct.REGISTRATION_JUDGED, verdict.accepted(), sentence(verdict)));
      watcher.stage(Stage.DONE);
      return new CeremonyResult(verdict, key, asked.optionsJson(), ShownResponse.of(response));
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.REGISTER, e), e);
    } catch (WebAuthnException e) {
      throw new Failure(Advisor.on(Operation.REGISTER, e), e);
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
      Party.Asked asked = party.signIn(request);
      recorder.get().ifPresent(it -> it.optionsSent(PartyAct.SIGN_IN_OPTIONS, asked.optionsJson()));
      watcher.stage(Stage.AT_THE_KEY);
      String response =
          client.authenticate(asked.optionsJson(), origin, session, watcher, cancellation);
      watcher.stage(Stage.VERIFYING);
      Verdict verdict = asked.answer(response);
      recorder
          .get()
          .ifPresent(
              it -> it.judged(PartyAct.SIGN_IN_JUDGED, verdict.accepted(), sentence(verdict)));
      watcher.stage(Stage.DONE);
      return new CeremonyResult(verdict, key, asked.optionsJson(), ShownResponse.of(response));
    } catch (KeyException e) {
      throw new Failure(Advisor.on(Operation.SIGN_IN, e), e);
    } catch (WebAuthnException e) {
      throw new Failure(Advisor.on(Operation.SIGN_IN, e), e);
    }
  }

  /** The first step that failed; a verdict's inputs are in the packets already. */
  private static String sentence(Verdict verdict) {
    return verdict.steps().stream()
        .filter(step -> step.outcome() == Step.Outcome.FAILED)
        .findFirst()
        .map(step -> "Step %s failed: %s".formatted(step.number(), step.title()))
        .orElseGet(() ->
            verdict.steps().isEmpty()
                ? verdict.library().words()
                : "%d steps, none failed.".formatted(verdict.steps().size()));
  }
}
