package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.client.Lie;
import dev.touchstone.fixture.key.fault.DataFault;
import dev.touchstone.fixture.key.fault.SignatureFault;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six faults, each committed by a client or a key that is otherwise honest. Each must show exactly
 * its own step as the failing one, and the library must refuse as well.
 */
class SixFaultsTest {

  private Scene scene;

  @BeforeEach
  void registerAda(@TempDir Path folder) throws Exception {
    scene = new Scene(folder);
    assertThat(scene.register("ada").accepted()).isTrue();
    assertThat(scene.signIn("ada").accepted()).isTrue();
  }

  @AfterEach
  void close() throws Exception {
    scene.close();
  }

  @Test
  void wrongOriginFailsTheOriginStep() throws Exception {
    BareClient phishing =
        scene.browser.telling(new Lie.OtherOrigin("https://localhost.example.org"));
    Verdict verdict = signInBy(phishing, request("preferred"));
    assertOnlyFailure(verdict, "7.2.12");
    assertInput(verdict, "7.2.12", "https://localhost", "https://localhost.example.org");
  }

  @Test
  void replayedResponseFailsTheChallengeStep() throws Exception {
    PendingCeremony pending = scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
    String response = scene.browser.signIn(pending.optionsJson());
    assertThat(scene.rp.finishAuthentication(pending.id(), response).accepted()).isTrue();

    Verdict replayed = scene.rp.finishAuthentication(pending.id(), response);
    assertThat(replayed.failedSteps()).extracting(Step::number).containsExactly("7.2.11");
    assertThat(step(replayed, "7.2.11").explanation())
        .contains("already used at 2026-11-20T12:00:00Z")
        .contains("This very response");
    assertThat(replayed.accepted()).isFalse();
    assertThat(replayed.disagrees()).isFalse();
  }

  @Test
  void freshSignatureOverAnOldChallengeFailsTheChallengeStep() throws Exception {
    PendingCeremony old = scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
    scene.rp.finishAuthentication(old.id(), scene.browser.signIn(old.optionsJson()));
    String oldChallenge = old.optionsJson().replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");

    BareClient replaying = scene.browser.telling(new Lie.OtherChallenge(oldChallenge));
    Verdict verdict = signInBy(replaying, request("preferred"));
    assertOnlyFailure(verdict, "7.2.11");
    assertThat(step(verdict, "7.2.11").explanation()).contains("for another one and used at");
    assertThat(step(verdict, "7.2.11").inputs().getFirst().received()).isEqualTo(oldChallenge);
  }

  @Test
  void swappedRpIdFailsTheRpIdHashStep() throws Exception {
    scene.key.misbehave(new DataFault.WrongRpId("example.org"));
    assertOnlyFailure(signInBy(scene.browser, request("preferred")), "7.2.15");
  }

  @Test
  void clearedVerificationFlagFailsItsStepWhereVerificationIsRequired() throws Exception {
    scene.key.misbehave(new DataFault.VerificationCleared());
    Verdict verdict = signInBy(scene.browser, request("required"));
    assertOnlyFailure(verdict, "7.2.17");
    assertInput(verdict, "7.2.17", "UV set", "0x01: UP");
  }

  @Test
  void counterThatWentBackFailsTheCounterStep() throws Exception {
    long stored = scene.rp.credentials("ada").getFirst().signCount();
    scene.key.misbehave(new DataFault.CounterBack(2));
    Verdict verdict = signInBy(scene.browser, request("preferred"));
    assertOnlyFailure(verdict, "7.2.22");
    assertInput(verdict, "7.2.22", "more than " + stored, Long.toString(stored - 1));
    assertThat(verdict.warnings()).singleElement().asString().contains("may be a clone");
    assertThat(scene.rp.credentials("ada").getFirst().possibleClone()).isTrue();
    assertThat(scene.rp.credentials("ada").getFirst().signCount()).isEqualTo(stored);
  }

  @Test
  void forgedResponseWithALowCounterDoesNotAccuseTheKey() throws Exception {
    scene.key.misbehave(new DataFault.CounterBack(2), new SignatureFault.OverOtherClientData());
    Verdict verdict = signInBy(scene.browser, request("preferred"));
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.2.21", "7.2.22");
    assertThat(verdict.warnings()).isEmpty();
    assertThat(scene.rp.credentials("ada").getFirst().possibleClone()).isFalse();
  }

  @Test
  void badSignatureFailsTheSignatureStep() throws Exception {
    scene.key.misbehave(new SignatureFault.OverOtherClientData());
    assertOnlyFailure(signInBy(scene.browser, request("preferred")), "7.2.21");
  }

  @Test
  void wrongOriginAtRegistrationFailsTheOriginStep() throws Exception {
    BareClient phishing = scene.browser.telling(new Lie.OtherOrigin("https://evil.example"));
    assertOnlyFailure(registerBy(phishing, "preferred"), "7.1.9");
  }

  @Test
  void replayedRegistrationFailsTheChallengeStep() throws Exception {
    PendingCeremony pending = scene.rp.beginRegistration(RegistrationRequest.forUser("bob"));
    String response = scene.browser.register(pending.optionsJson());
    assertThat(scene.rp.finishRegistration(pending.id(), response).accepted()).isTrue();

    Verdict replayed = scene.rp.finishRegistration(pending.id(), response);
    assertOnlyFailure(replayed, "7.1.8");
    assertThat(scene.rp.credentials("bob")).hasSize(1);
  }

  @Test
  void swappedRpIdAtRegistrationFailsTheRpIdHashStep() throws Exception {
    scene.key.misbehave(new DataFault.WrongRpId("example.org"));
    assertOnlyFailure(registerBy(scene.browser, "preferred"), "7.1.14");
  }

  @Test
  void clearedPresenceFlagAtRegistrationFailsItsStep() throws Exception {
    scene.key.misbehave(new DataFault.PresenceCleared());
    assertOnlyFailure(registerBy(scene.browser, "preferred"), "7.1.15");
  }

  @Test
  void clearedVerificationFlagAtRegistrationFailsItsStepWhereVerificationIsRequired()
      throws Exception {
    scene.key.misbehave(new DataFault.VerificationCleared());
    assertOnlyFailure(registerBy(scene.browser, "required"), "7.1.16");
  }

  @Test
  void backupWithoutEligibilityFailsItsStep() throws Exception {
    scene.key.misbehave(new DataFault.BackupWithoutEligibility());
    assertOnlyFailure(registerBy(scene.browser, "preferred"), "7.1.17");
    assertOnlyFailure(signInBy(scene.browser, request("preferred")), "7.2.18");
  }

  @Test
  void badSignatureAtRegistrationFailsTheStatementStep() throws Exception {
    scene.key.misbehave(new SignatureFault.OverOtherClientData());
    assertOnlyFailure(registerBy(scene.browser, "preferred"), "7.1.22");
  }

  private Verdict signInBy(BareClient client, AuthenticationRequest request) throws Exception {
    PendingCeremony pending = scene.rp.beginAuthentication(request);
    return scene.rp.finishAuthentication(pending.id(), client.signIn(pending.optionsJson()));
  }

  private Verdict registerBy(BareClient client, String userVerification) throws Exception {
    RegistrationRequest request =
        new RegistrationRequest(
            "bob", "", "", userVerification, "preferred", "direct", List.of(), List.of(), "{}");
    PendingCeremony pending = scene.rp.beginRegistration(request);
    Verdict verdict =
        scene.rp.finishRegistration(pending.id(), client.register(pending.optionsJson()));
    if (!verdict.accepted()) {
      assertThat(scene.rp.user("bob")).isEmpty();
    }
    return verdict;
  }

  private static AuthenticationRequest request(String userVerification) {
    return new AuthenticationRequest(Optional.of("ada"), userVerification, List.of(), "{}");
  }

  private static void assertOnlyFailure(Verdict verdict, String number) {
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly(number);
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.library().accepted()).isFalse();
    assertThat(verdict.library().words()).isNotBlank().doesNotContain("Exception");
    assertThat(verdict.disagrees()).isFalse();
  }

  private static void assertInput(
      Verdict verdict, String number, String expected, String received) {
    assertThat(step(verdict, number).inputs())
        .anySatisfy(input -> {
          assertThat(input.expected()).isEqualTo(expected);
          assertThat(input.received()).isEqualTo(received);
        });
  }

  private static Step step(Verdict verdict, String number) {
    return verdict.steps().stream()
        .filter(step -> step.number().equals(number))
        .findFirst()
        .orElseThrow();
  }
}
