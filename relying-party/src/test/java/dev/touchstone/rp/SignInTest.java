package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.fault.DataFault;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest {

  private Path folder;

  @BeforeEach
  void keep(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void signInFollowsCounterAndLastUse() throws Exception {
    try (Scene scene = new Scene(folder)) {
      long atFirst = scene.register("ada").credential().orElseThrow().signCount();
      scene.clock.advance(Duration.ofHours(1));
      Verdict verdict = scene.signIn("ada");

      assertThat(verdict.accepted()).isTrue();
      assertThat(verdict.steps()).hasSize(25).extracting(Step::number).first().isEqualTo("7.2.1");
      Credential credential = verdict.credential().orElseThrow();
      assertThat(credential.signCount()).isGreaterThan(atFirst);
      assertThat(credential.lastUsed()).contains(scene.clock.instant());
      User ada = scene.rp.user("ada").orElseThrow();
      assertThat(ada.lastSignIn()).contains(scene.clock.instant());
      assertThat(verdict.user()).as("as it is stored now").hasValue(ada);
    }
  }

  @Test
  void discoverableCredentialSignsInWithoutUserName() throws Exception {
    try (Scene scene = new Scene(folder)) {
      scene.register("ada");
      Verdict verdict = nameless(scene, scene.browser);
      assertThat(verdict.failedSteps()).isEmpty();
      assertThat(verdict.accepted()).isTrue();
      assertThat(verdict.credential().orElseThrow().userName()).isEqualTo("ada");
      assertThat(step(verdict, "7.2.5").outcome()).isEqualTo(Step.Outcome.NOT_APPLICABLE);
    }
  }

  @Test
  void namelessSignInWithoutUserHandleFailsToIdentifyTheUser() throws Exception {
    try (Scene scene = new Scene(folder)) {
      scene.register("ada");
      PendingCeremony pending = scene.rp.beginAuthentication(AuthenticationRequest.nameless());
      String response = scene.browser.signIn(pending.optionsJson());
      String withoutHandle = response.replaceAll(",\"userHandle\":\"[^\"]+\"", "");
      assertThat(withoutHandle).isNotEqualTo(response);
      assertOnlyFailure(scene.rp.finishAuthentication(pending.id(), withoutHandle), "7.2.6");
    }
  }

  /** YSA-2026-02. */
  @Test
  void credentialOfOneUserNeverSignsInAnother() throws Exception {
    try (Scene scene = new Scene(folder);
        VirtualKey hers = scene.key(KeyModels.TOUCHSTONE)) {
      scene.register("ada");
      BareClient mallory = new BareClient(hers, Scene.ORIGIN).withPin("mallory's own");
      PendingCeremony registering =
          scene.rp.beginRegistration(RegistrationRequest.forUser("mallory"));
      scene.rp.finishRegistration(registering.id(), mallory.register(registering.optionsJson()));

      PendingCeremony forAda = scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
      String anyCredential =
          forAda
              .optionsJson()
              .replaceAll("\"allowCredentials\":\\[[^]]*]", "\"allowCredentials\":[]");
      String response = mallory.signIn(anyCredential);
      Verdict verdict = scene.rp.finishAuthentication(forAda.id(), response);

      assertThat(verdict.accepted()).isFalse();
      assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.2.5", "7.2.6");
      assertThat(step(verdict, "7.2.21").outcome()).isEqualTo(Step.Outcome.PASSED);
      assertThat(verdict.disagrees()).isFalse();
      assertThat(scene.rp.user("ada").orElseThrow().lastSignIn()).isEmpty();
    }
  }

  @Test
  void namelessResponseThatNamesAnotherUserIsRefused() throws Exception {
    try (Scene scene = new Scene(folder);
        VirtualKey hers = scene.key(KeyModels.TOUCHSTONE)) {
      scene.register("ada");
      BareClient mallory = new BareClient(hers, Scene.ORIGIN).withPin("mallory's own");
      PendingCeremony registering =
          scene.rp.beginRegistration(RegistrationRequest.forUser("mallory"));
      scene.rp.finishRegistration(registering.id(), mallory.register(registering.optionsJson()));
      String adasHandle = scene.rp.user("ada").orElseThrow().handle();

      PendingCeremony pending = scene.rp.beginAuthentication(AuthenticationRequest.nameless());
      String response =
          mallory
              .signIn(pending.optionsJson())
              .replaceAll("(\"userHandle\":\")[^\"]+", "$1" + adasHandle);
      assertOnlyFailure(scene.rp.finishAuthentication(pending.id(), response), "7.2.6");
    }
  }

  @Test
  void deletedCredentialIsUnknown() throws Exception {
    try (Scene scene = new Scene(folder)) {
      String id = scene.register("ada").credential().orElseThrow().id();
      PendingCeremony pending = scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
      String response = scene.browser.signIn(pending.optionsJson());
      scene.rp.administration().credentials().revoke(id, Caller.CONSOLE);

      Verdict verdict = scene.rp.finishAuthentication(pending.id(), response);
      assertOnlyFailure(verdict, "7.2.6");
      assertThat(step(verdict, "7.2.21").outcome()).isEqualTo(Step.Outcome.NOT_APPLICABLE);
      assertThat(step(verdict, "7.2.21").explanation()).contains("no credential with this id");
      assertThat(verdict.credential()).isEmpty();
    }
  }

  @Test
  void challengeExpires() throws Exception {
    try (Scene scene = new Scene(folder)) {
      scene.register("ada");
      PendingCeremony pending = scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
      String response = scene.browser.signIn(pending.optionsJson());
      scene.clock.advance(Duration.ofMinutes(5).plusMillis(1));

      Verdict verdict = scene.rp.finishAuthentication(pending.id(), response);
      assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.2.11");
      assertThat(step(verdict, "7.2.11").explanation()).contains("expired at 2026-11-20T12:05:00Z");
      assertThat(verdict.accepted()).isFalse();
      assertThat(verdict.library().accepted()).isTrue();
      assertThat(verdict.disagrees()).isFalse();
    }
  }

  @Test
  void ceremonyIsForgottenMinutesAfterItExpired() throws Exception {
    try (Scene scene = new Scene(folder)) {
      scene.register("ada");
      PendingCeremony pending = scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
      String response = scene.browser.signIn(pending.optionsJson());
      scene.clock.advance(Duration.ofMinutes(16));
      scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
      assertThatThrownBy(() -> scene.rp.finishAuthentication(pending.id(), response))
          .isInstanceOf(RelyingPartyException.UnknownCeremony.class)
          .hasMessageContaining("begin a new one");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CounterPolicy.class,
      names = {"ACCEPT", "WARN"})
  void looserPoliciesSignInAndRememberThePossibleClone(CounterPolicy policy) throws Exception {
    try (Scene scene =
        new Scene(folder, KeyModels.TOUCHSTONE, it -> it.withCounterPolicy(policy))) {
      scene.register("ada");
      long stored = scene.signIn("ada").credential().orElseThrow().signCount();
      scene.key.misbehave(new DataFault.CounterBack(2));
      Verdict verdict = scene.signIn("ada");

      assertThat(verdict.accepted()).isTrue();
      assertThat(verdict.disagrees()).isFalse();
      assertThat(step(verdict, "7.2.22").explanation()).contains("may be a clone");
      assertThat(verdict.warnings()).hasSize(policy == CounterPolicy.WARN ? 1 : 0);
      assertThat(verdict.credential().orElseThrow().possibleClone()).isTrue();
      assertThat(verdict.credential().orElseThrow().signCount()).isEqualTo(stored);
    }
  }

  @Test
  void unknownUserAndUserWithoutCredentialAreToldApart() throws Exception {
    try (Scene scene = new Scene(folder)) {
      assertThatThrownBy(
              () -> scene.rp.beginAuthentication(AuthenticationRequest.forUser("nobody")))
          .isInstanceOf(RelyingPartyException.UnknownUser.class)
          .hasMessageContaining("There is no user 'nobody'");
      scene
          .rp
          .administration()
          .credentials()
          .revoke(scene.register("ada").credential().orElseThrow().id(), Caller.CONSOLE);
      assertThatThrownBy(() -> scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada")))
          .isInstanceOf(RelyingPartyException.RequestInvalid.class)
          .hasMessageContaining("register a key first");
    }
  }

  @Test
  void responseToARegistrationIsNotFoundAmongSignIns() throws Exception {
    try (Scene scene = new Scene(folder)) {
      scene.register("ada");
      PendingCeremony pending = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
      PendingCeremony other = scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
      String response = scene.browser.signIn(other.optionsJson());
      assertThatThrownBy(() -> scene.rp.finishAuthentication(pending.id(), response))
          .isInstanceOf(RelyingPartyException.UnknownCeremony.class);
    }
  }

  private static Verdict nameless(Scene scene, BareClient client) throws Exception {
    PendingCeremony pending = scene.rp.beginAuthentication(AuthenticationRequest.nameless());
    return scene.rp.finishAuthentication(pending.id(), client.signIn(pending.optionsJson()));
  }

  private static void assertOnlyFailure(Verdict verdict, String number) {
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly(number);
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.library().accepted()).isFalse();
    assertThat(verdict.disagrees()).isFalse();
  }

  private static Step step(Verdict verdict, String number) {
    return verdict.steps().stream()
        .filter(step -> step.number().equals(number))
        .findFirst()
        .orElseThrow();
  }
}
