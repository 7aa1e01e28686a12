package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.key.model.AttestationStyle;
import dev.touchstone.fixture.key.model.KeyAlgorithm;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Statements that lead to the laboratory's root. */
  private static final Set<AttestationStyle> CERTIFIED =
      EnumSet.complementOf(EnumSet.of(AttestationStyle.PACKED_SELF, AttestationStyle.NONE));

  /** Those that the library can follow as well. */
  private static final Set<AttestationStyle> FOLLOWED_BY_THE_LIBRARY =
      EnumSet.of(
          AttestationStyle.PACKED_CERTIFICATE,
          AttestationStyle.FIDO_U2F,
          AttestationStyle.TPM,
          AttestationStyle.APPLE);

  private Path folder;

  @BeforeEach
  void keep(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void genuineKeyIsRegisteredWithEverythingThatItTold() throws Exception {
    try (Scene scene = new Scene(folder)) {
      RegistrationRequest request =
          new RegistrationRequest(
              "ada",
              "Ada Lovelace",
              "the blue one",
              "required",
              "required",
              "direct",
              List.of("security-key"),
              List.of(),
              "{\"credProps\":true}");
      PendingCeremony pending = scene.rp.beginRegistration(request);
      Verdict verdict =
          scene.rp.finishRegistration(pending.id(), scene.browser.register(pending.optionsJson()));

      assertThat(verdict.failedSteps()).isEmpty();
      assertThat(verdict.accepted()).isTrue();
      assertThat(verdict.steps()).hasSize(29);
      assertThat(verdict.steps().getLast().number()).isEqualTo("7.1.29");
      assertThat(verdict.attestation().orElseThrow().trusted()).isTrue();
      assertThat(verdict.warnings()).isEmpty();
      Credential credential = verdict.credential().orElseThrow();
      assertThat(credential.label()).isEqualTo("the blue one");
      assertThat(credential.algorithm()).isEqualTo("ES256");
      assertThat(credential.aaguid()).isEqualTo(KeyModels.TOUCHSTONE.aaguid().toString());
      assertThat(credential.transports()).containsExactly("usb");
      assertThat(credential.discoverable()).contains(true);
      assertThat(credential.userVerified()).isTrue();
      assertThat(credential.attestationFormat()).isEqualTo("packed");
      assertThat(credential.trusted()).isTrue();
      assertThat(scene.rp.credentials("ada")).containsExactly(credential);
      assertThat(scene.rp.user("ada").orElseThrow().displayName()).isEqualTo("Ada Lovelace");
    }
  }

  @ParameterizedTest
  @EnumSource(value = AttestationStyle.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPOUND")
  void everyKindOfAttestationIsRegisteredAndShownForWhatItIs(AttestationStyle style)
      throws Exception {
    KeyModel model = KeyModels.TOUCHSTONE.with(like -> like.attestation(style));
    try (Scene scene = new Scene(folder, model, it -> it)) {
      Verdict verdict = scene.register("ada");
      assertThat(verdict.failedSteps()).isEmpty();
      assertThat(verdict.library().words()).isEmpty();
      assertThat(verdict.accepted()).isTrue();
      boolean certified = CERTIFIED.contains(style);
      assertThat(verdict.credential().orElseThrow().trusted()).isEqualTo(certified);
      assertThat(verdict.warnings()).hasSize(certified ? 0 : 1);
      assertThat(scene.signIn("ada").accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(value = AttestationStyle.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPOUND")
  void onlyTrustedAttestationIsAcceptedWhereTrustIsRequired(AttestationStyle style)
      throws Exception {
    KeyModel model = KeyModels.TOUCHSTONE.with(like -> like.attestation(style));
    try (Scene scene = new Scene(folder, model, it -> it.withTrustRequired(true))) {
      Verdict verdict = scene.register("ada");
      boolean certified = FOLLOWED_BY_THE_LIBRARY.contains(style);
      assertThat(verdict.accepted()).isEqualTo(certified);
      assertThat(verdict.failedSteps())
          .extracting(Step::number)
          .isEqualTo(certified ? List.of() : List.of("7.1.24"));
      assertThat(verdict.disagrees()).isFalse();
    }
  }

  @Test
  void compoundIsSoundAndRefusedBecauseTheLibraryCannotReadIt() throws Exception {
    KeyModel model = KeyModels.TOUCHSTONE.with(like -> like.attestation(AttestationStyle.COMPOUND));
    try (Scene scene = new Scene(folder, model, it -> it)) {
      Verdict verdict = scene.register("ada");
      assertThat(verdict.accepted()).isFalse();
      assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.21");
      assertThat(verdict.disagrees()).isFalse();
      assertThat(verdict.attestation().orElseThrow().trusted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ES256", "EDDSA", "ED25519", "ES384", "ES512", "ED448", "RS256"})
  void everyAlgorithmThatTheLibraryKnowsIsVerified(KeyAlgorithm algorithm) throws Exception {
    try (Scene scene = new Scene(folder, only(algorithm), it -> it)) {
      PendingCeremony pending = scene.rp.beginRegistration(wanting(algorithm));
      Verdict registered =
          scene.rp.finishRegistration(pending.id(), scene.browser.register(pending.optionsJson()));
      assertThat(registered.failedSteps()).isEmpty();
      assertThat(registered.library().words()).isEmpty();
      assertThat(registered.accepted()).isTrue();
      assertThat(scene.signIn("ada").accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ES256", "EDDSA", "ED25519", "ES384", "ES512", "ED448", "RS256"})
  void algorithmThatTheLibraryDoesNotKnowIsNotAskedFor(KeyAlgorithm algorithm) throws Exception {
    try (Scene scene = new Scene(folder)) {
      assertThatThrownBy(() -> scene.rp.beginRegistration(wanting(algorithm)))
          .isInstanceOf(RelyingPartyException.RequestInvalid.class)
          .hasMessageContaining("The COSE algorithm " + algorithm.cose());
    }
  }

  @Test
  void u2fKeyRegistersAndSignsIn() throws Exception {
    try (Scene scene = new Scene(folder, KeyModels.U2F_ONLY, it -> it)) {
      Verdict registered = scene.register("ada");
      assertThat(registered.failedSteps()).isEmpty();
      assertThat(registered.credential().orElseThrow().attestationFormat()).isEqualTo("fido-u2f");
      assertThat(registered.credential().orElseThrow().trusted()).isTrue();
      assertThat(scene.signIn("ada").failedSteps()).isEmpty();
    }
  }

  @Test
  void attestationThatNobodyAskedForIsNotMissed() throws Exception {
    try (Scene scene = new Scene(folder)) {
      RegistrationRequest request =
          new RegistrationRequest(
              "ada", "", "", "preferred", "preferred", "none", List.of(), List.of(), "{}");
      PendingCeremony pending = scene.rp.beginRegistration(request);
      Verdict verdict =
          scene.rp.finishRegistration(pending.id(), scene.browser.register(pending.optionsJson()));
      assertThat(verdict.accepted()).isTrue();
      assertThat(verdict.credential().orElseThrow().trusted()).isFalse();
      assertThat(verdict.warnings()).isEmpty();
    }
  }

  @Test
  void algorithmThatWasNotOfferedFailsItsStep() throws Exception {
    try (Scene scene = new Scene(folder)) {
      RegistrationRequest request =
          new RegistrationRequest(
              "ada", "", "", "preferred", "preferred", "none", List.of(), List.of(-8), "{}");
      PendingCeremony pending = scene.rp.beginRegistration(request);
      String lying = pending.optionsJson().replace("\"alg\":-8", "\"alg\":-7");
      Verdict verdict = scene.rp.finishRegistration(pending.id(), scene.browser.register(lying));
      assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.20");
      assertThat(verdict.library().accepted()).isFalse();
      assertThat(scene.rp.credentials()).isEmpty();
    }
  }

  @Test
  void credentialIdThatIsRegisteredAlreadyIsRefused() throws Exception {
    try (Scene scene = new Scene(folder)) {
      RegistrationRequest anonymous =
          new RegistrationRequest(
              "ada", "", "", "preferred", "preferred", "none", List.of(), List.of(), "{}");
      PendingCeremony first = scene.rp.beginRegistration(anonymous);
      String hers = scene.browser.register(first.optionsJson());
      scene.rp.finishRegistration(first.id(), hers);

      PendingCeremony second = scene.rp.beginRegistration(RegistrationRequest.forUser("mallory"));
      String stolen = withClientData(hers, second);
      Verdict verdict = scene.rp.finishRegistration(second.id(), stolen);
      assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.26");
      assertThat(verdict.library().accepted()).isFalse();
      assertThat(verdict.credential().orElseThrow().userName()).isEqualTo("ada");
      assertThat(scene.rp.user("mallory")).isEmpty();
    }
  }

  @Test
  void nameThatWasTakenBetweenTheHalvesOfARegistrationIsRefused() throws Exception {
    try (Scene scene = new Scene(folder)) {
      PendingCeremony slow = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
      String late = scene.browser.register(slow.optionsJson());
      scene.register("ada");
      assertThatThrownBy(() -> scene.rp.finishRegistration(slow.id(), late))
          .isInstanceOf(RelyingPartyException.RequestInvalid.class)
          .hasMessageContaining("taken meanwhile");
      assertThat(scene.rp.credentials("ada")).hasSize(1);
    }
  }

  @Test
  void registrationThatIsNotFinishedLeavesNoAccount() throws Exception {
    try (Scene scene = new Scene(folder)) {
      scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
      assertThat(scene.rp.users()).isEmpty();
    }
  }

  @Test
  void keysThatTheUserHasAreExcluded() throws Exception {
    try (Scene scene = new Scene(folder)) {
      String id = scene.register("ada").credential().orElseThrow().id();
      PendingCeremony again = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
      JsonNode excluded = MAPPER.readTree(again.optionsJson()).path("excludeCredentials");
      assertThat(excluded).hasSize(1);
      assertThat(excluded.path(0).path("id").textValue()).isEqualTo(id);
      assertThat(excluded.path(0).path("transports").path(0).textValue()).isEqualTo("usb");
    }
  }

  @Test
  void challengesAndUserHandlesAreThirtyTwoRandomBytes() throws Exception {
    try (Scene scene = new Scene(folder)) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        PendingCeremony pending =
            scene.rp.beginRegistration(RegistrationRequest.forUser("user " + i));
        JsonNode options = MAPPER.readTree(pending.optionsJson());
        seen.add(options.path("challenge").textValue());
        seen.add(options.path("user").path("id").textValue());
      }
      assertThat(seen).hasSize(40).allMatch(it -> it.matches("[A-Za-z0-9_-]{43}"));
    }
  }

  @Test
  void enforcedCredentialProtectionThatTheKeyIgnoredFailsTheExtensionStep() throws Exception {
    try (Scene scene = new Scene(folder)) {
      RegistrationRequest request =
          new RegistrationRequest(
              "ada",
              "",
              "",
              "preferred",
              "preferred",
              "direct",
              List.of(),
              List.of(),
              "{\"credentialProtectionPolicy\":\"userVerificationRequired\",\"enforceCredentialProtectionPolicy\":true}");
      PendingCeremony pending = scene.rp.beginRegistration(request);
      String without =
          pending.optionsJson().replaceAll("\"extensions\":\\{[^}]*}", "\"extensions\":{}");
      Verdict verdict = scene.rp.finishRegistration(pending.id(), scene.browser.register(without));
      assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.28");
      assertThat(verdict.library().accepted()).isFalse();
      assertThat(verdict.disagrees()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "[]", "{", "{\"id\":\"AA\"}", "{\"response\":{}}"})
  void textThatIsNoResponseIsSaidToBeNoneAndLeavesTheCeremonyOpen(String text) throws Exception {
    try (Scene scene = new Scene(folder)) {
      PendingCeremony pending = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
      assertThatThrownBy(() -> scene.rp.finishRegistration(pending.id(), text))
          .isInstanceOf(RelyingPartyException.ResponseMalformed.class)
          .hasMessageStartingWith("The text is not the response to a registration")
          .hasMessageEndingWith("Hand in the whole JSON that the client returned.");
      String response = scene.browser.register(pending.optionsJson());
      assertThat(scene.rp.finishRegistration(pending.id(), response).accepted()).isTrue();
    }
  }

  @Test
  void damagedPartsFailTheStepsThatReadThem() throws Exception {
    try (Scene scene = new Scene(folder)) {
      PendingCeremony pending = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
      ObjectNode json = (ObjectNode) MAPPER.readTree(scene.browser.register(pending.optionsJson()));
      ((ObjectNode) json.path("response"))
          .put("attestationObject", "_w")
          .put("clientDataJSON", "_w");
      Verdict verdict = scene.rp.finishRegistration(pending.id(), json.toString());
      assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.1.5", "7.1.13");
      assertThat(verdict.steps()).hasSize(29);
      assertThat(verdict.library().accepted()).isFalse();
      assertThat(verdict.disagrees()).isFalse();
    }
  }

  @Test
  void unknownMembersAndOddExtensionOutputsAreLeftAlone() throws Exception {
    try (Scene scene = new Scene(folder)) {
      PendingCeremony pending = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
      ObjectNode json = (ObjectNode) MAPPER.readTree(scene.browser.register(pending.optionsJson()));
      json.put("future", 1).put("authenticatorAttachment", "implanted");
      ((ObjectNode) json.path("response"))
          .put("future", true)
          .putArray("transports")
          .add("thought");
      json.putObject("clientExtensionResults").put("credProps", "odd").put("future", 2);
      Verdict verdict = scene.rp.finishRegistration(pending.id(), json.toString());
      assertThat(verdict.accepted()).isTrue();
      assertThat(verdict.credential().orElseThrow().transports()).containsExactly("thought");
      assertThat(verdict.credential().orElseThrow().discoverable()).isEmpty();
    }
  }

  @Test
  void requestsThatCannotBeMetSayWhatToChoose() throws Exception {
    try (Scene scene = new Scene(folder)) {
      assertInvalid(scene, request(" ", "preferred", List.of(), "{}"), "user name");
      assertInvalid(
          scene, request("ada", "always", List.of(), "{}"), "required, preferred, discouraged");
      assertInvalid(scene, request("ada", "preferred", List.of(-999), "{}"), "-7 (ES256)");
      assertInvalid(scene, request("ada", "preferred", List.of(), "[]"), "{} for none");
      assertInvalid(
          scene, request("ada", "preferred", List.of(), "{\"largeBlob\":7}"), "not the shape");
      assertThat(scene.rp.users()).isEmpty();
    }
  }

  @Test
  void labelsChangeAndCredentialsAndUsersGo() throws Exception {
    try (Scene scene = new Scene(folder)) {
      String id = scene.register("ada").credential().orElseThrow().id();
      scene.rp.administration().credentials().relabel(id, "spare", Caller.CONSOLE);
      assertThat(scene.rp.credentials()).extracting(Credential::label).containsExactly("spare");
      scene.rp.administration().credentials().revoke(id, Caller.CONSOLE);
      assertThat(scene.rp.credentials("ada")).isEmpty();
      scene.register("ada");
      scene.rp.administration().accounts().delete("ada", Caller.CONSOLE);
      assertThat(scene.rp.users()).isEmpty();
      assertThat(scene.rp.credentials()).isEmpty();
      assertThatThrownBy(
              () -> scene.rp.administration().credentials().relabel(id, "gone", Caller.CONSOLE))
          .isInstanceOf(RelyingPartyException.UnknownCredential.class);
      assertThatThrownBy(() ->
              scene.rp.administration().credentials().revoke("not base64url!", Caller.CONSOLE))
          .isInstanceOf(RelyingPartyException.UnknownCredential.class);
      assertThatThrownBy(() -> scene.rp.administration().accounts().delete("ada", Caller.CONSOLE))
          .isInstanceOf(RelyingPartyException.UnknownUser.class);
    }
  }

  private static RegistrationRequest request(
      String user, String verification, List<Integer> algorithms, String extensions) {
    return new RegistrationRequest(
        user, "", "", verification, "preferred", "direct", List.of(), algorithms, extensions);
  }

  private static void assertInvalid(Scene scene, RegistrationRequest request, String hint) {
    assertThatThrownBy(() -> scene.rp.beginRegistration(request))
        .isInstanceOf(RelyingPartyException.RequestInvalid.class)
        .hasMessageContaining(hint);
  }

  /** The response of another ceremony, with client data for this one; "none" signs nothing. */
  private static String withClientData(String response, PendingCeremony pending) throws Exception {
    String challenge = MAPPER.readTree(pending.optionsJson()).path("challenge").textValue();
    String clientData =
        MAPPER
            .createObjectNode()
            .put("type", "webauthn.create")
            .put("challenge", challenge)
            .put("origin", Scene.ORIGIN)
            .toString();
    ObjectNode json = (ObjectNode) MAPPER.readTree(response);
    ((ObjectNode) json.path("response"))
        .put("clientDataJSON", Bytes.ofUtf8(clientData).base64Url());
    return json.toString();
  }

  private static KeyModel only(KeyAlgorithm algorithm) {
    return KeyModels.TOUCHSTONE.with(model -> model.algorithms(algorithm));
  }

  private static RegistrationRequest wanting(KeyAlgorithm algorithm) {
    return new RegistrationRequest(
        "ada",
        "",
        "",
        "preferred",
        "preferred",
        "direct",
        List.of(),
        List.of(algorithm.cose()),
        "{}");
  }
}
