package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.key.model.AttestationStyle;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.mds.Blobs;
import dev.touchstone.rp.attestation.metadata.BlobReader;
import dev.touchstone.rp.attestation.metadata.CertificationLevel;
import dev.touchstone.rp.attestation.metadata.Metadata;
import dev.touchstone.rp.attestation.policy.Enterprise;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.examination.ExaminationResult;
import dev.touchstone.rp.examination.Examined;
import dev.touchstone.rp.trust.TrustBase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations and stored credentials under a policy that changes while the program runs. */
class TrustPolicyTest {

  private static final UUID MODEL = KeyModels.TOUCHSTONE.aaguid();
  private static final UUID OTHER = UUID.fromString(Blobs.MODEL);

  private Path folder;
  private TrustAnchors anchors = TrustAnchors.none();
  private TrustPolicy policy = TrustPolicy.usual();

  @BeforeEach
  void keep(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void theUsualPolicyTakesEveryKeyThatIsNotInDanger() throws Exception {
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      assertThat(scene.register("ada").accepted()).isTrue();
      published("FIDO_CERTIFIED_L1", "UPDATE_AVAILABLE", "A_WORD_OF_TOMORROW");
      assertThat(scene.register("bob").accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REVOKED",
        "USER_VERIFICATION_BYPASS",
        "ATTESTATION_KEY_COMPROMISE",
        "USER_KEY_REMOTE_COMPROMISE",
        "USER_KEY_PHYSICAL_COMPROMISE"
      })
  void aModelInDangerIsRefusedWithTheWordAndWhoSaysIt(String word) throws Exception {
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      published("FIDO_CERTIFIED_L1", word);

      refused(scene.register("ada"), word, "The metadata of Tester, number 7");
    }
  }

  @Test
  void aDangerHoldsForAModelThatIsOnlyClaimed() throws Exception {
    KeyModel claims = KeyModels.TOUCHSTONE.with(it -> it.attestation(AttestationStyle.PACKED_SELF));
    try (Scene scene = scene(claims)) {
      published("REVOKED");

      refused(scene.register("ada"), "REVOKED");
    }
  }

  @Test
  void aDangerThatThePolicyDoesNotNameIsTaken() throws Exception {
    policy = policy.withRefusedStatuses(Set.of("REVOKED"));
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      published("USER_KEY_PHYSICAL_COMPROMISE");

      assertThat(scene.register("ada").accepted()).isTrue();
    }
  }

  @Test
  void anUnknownWordCanBeRefusedToo() throws Exception {
    policy = policy.withRefusedStatuses(Set.of("A_WORD_OF_TOMORROW"));
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      published("A_WORD_OF_TOMORROW");

      refused(scene.register("ada"), "A_WORD_OF_TOMORROW");
    }
  }

  @Test
  void theCompromiseOfAnotherBatchConcernsNobodyElse() throws Exception {
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      ObjectNode payload = payload("ATTESTATION_KEY_COMPROMISE");
      ((ObjectNode) payload.path("entries").get(0).path("statusReports").get(0))
          .put("certificate", yubicosRoot());
      published(payload);

      assertThat(scene.register("ada").accepted()).isTrue();
    }
  }

  @Test
  void onlyAllowedModelsAreTaken() throws Exception {
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      policy = policy.withAllowed(Set.of(OTHER));
      refused(scene.register("ada"), "allows one model only", MODEL.toString());

      policy = policy.withAllowed(Set.of(OTHER, MODEL));
      assertThat(scene.register("ada").accepted()).isTrue();
    }
  }

  @Test
  void anAllowedModelMustBeProven() throws Exception {
    policy = policy.withAllowed(Set.of(MODEL));
    KeyModel claims = KeyModels.TOUCHSTONE.with(it -> it.attestation(AttestationStyle.PACKED_SELF));
    try (Scene scene = scene(claims)) {
      refused(scene.register("ada"), "takes proven models only");
    }
  }

  @Test
  void deniedModelsAreNotTaken() throws Exception {
    policy = policy.withDenied(Set.of(MODEL));
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      refused(scene.register("ada"), "denies the model", MODEL.toString());
    }
  }

  @Test
  void lessCertificationThanAskedForIsRefused() throws Exception {
    policy = policy.withMinimumCertification(Optional.of(CertificationLevel.L2));
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      refused(scene.register("ada"), "do not list this model");
      published("NOT_FIDO_CERTIFIED");
      refused(scene.register("ada"), "the model has none");
      published("FIDO_CERTIFIED_L1plus");
      refused(scene.register("ada"), "the model has level L1plus");
      published("FIDO_CERTIFIED_L3");
      assertThat(scene.register("ada").accepted()).isTrue();
    }
  }

  @Test
  void enterpriseAttestationCanBeAskedFor() throws Exception {
    policy = policy.withEnterprise(Enterprise.REQUIRED);
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      refused(scene.register("ada"), "does not tell one key apart");
    }
  }

  @Test
  void everyObjectionIsTold() throws Exception {
    policy = policy.withDenied(Set.of(MODEL)).withEnterprise(Enterprise.REQUIRED);
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      published("REVOKED");

      Verdict verdict = scene.register("ada");

      assertThat(verdict.failedSteps().getFirst().inputs())
          .extracting(input -> input.received())
          .contains("denied models", "status", "enterprise");
      assertThat(verdict.disagrees()).isFalse();
    }
  }

  @Test
  void storedCredentialsLoseAndGainTrustWithTheMetadata() throws Exception {
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      scene.register("ada");
      published("REVOKED");

      ExaminationResult preview = scene.rp.examination().preview();
      assertThat(preview.lost())
          .singleElement()
          .satisfies(it -> assertThat(it.because()).contains("REVOKED"));
      assertThat(scene.rp.credentials("ada").getFirst().trusted()).isTrue();

      assertThat(scene.rp.examination().apply(Caller.CONSOLE)).isEqualTo(preview);
      assertThat(scene.rp.credentials("ada").getFirst().trusted()).isFalse();
      assertThat(scene.rp.examination().apply(Caller.CONSOLE).lost()).isEmpty();
      assertThat(scene.signIn("ada").accepted()).isTrue();

      published("FIDO_CERTIFIED_L1");
      assertThat(scene.rp.examination().apply(Caller.CONSOLE).gained()).hasSize(1);
      assertThat(scene.rp.credentials("ada").getFirst().trusted()).isTrue();
    }
  }

  @Test
  void storedCredentialsGainTrustWithANewAnchor() throws Exception {
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      TrustAnchors known = anchors;
      anchors = TrustAnchors.none();
      assertThat(scene.register("ada").credential().orElseThrow().trusted()).isFalse();

      anchors = known;

      ExaminationResult result = scene.rp.examination().apply(Caller.CONSOLE);
      assertThat(result.examined()).isEqualTo(1);
      assertThat(result.trusted()).isEqualTo(1);
      assertThat(result.gained())
          .singleElement()
          .satisfies(it -> assertThat(it.because()).contains("the laboratory"));
    }
  }

  @Test
  void whatThePolicyWouldNotTakeTodayIsListedEvenIfItWasNeverTrusted() throws Exception {
    KeyModel claims = KeyModels.TOUCHSTONE.with(it -> it.attestation(AttestationStyle.PACKED_SELF));
    try (Scene scene = scene(claims)) {
      scene.register("ada");
      policy = policy.withDenied(Set.of(MODEL));

      ExaminationResult result = scene.rp.examination().apply(Caller.CONSOLE);

      assertThat(result.lost()).isEmpty();
      assertThat(result.refused()).extracting(Examined::changed).containsExactly(false);
    }
  }

  @Test
  void morePagesThanOneAreExamined() throws Exception {
    try (Scene scene = scene(KeyModels.TOUCHSTONE)) {
      for (int i = 0; i < 203; i++) {
        PendingCeremony pending = scene.rp.beginRegistration(notOnTheKey("user" + i));
        scene.rp.finishRegistration(pending.id(), scene.browser.register(pending.optionsJson()));
      }
      published("REVOKED");

      ExaminationResult result = scene.rp.examination().apply(Caller.CONSOLE);

      assertThat(result.examined()).isEqualTo(203);
      assertThat(result.lost()).hasSize(203);
      assertThat(scene.rp.credentials()).noneMatch(it -> it.trusted());
    }
  }

  /** The key has no room for so many. */
  private static RegistrationRequest notOnTheKey(String user) {
    return new RegistrationRequest(
        user, user, "", "preferred", "discouraged", "direct", List.of(), List.of(), "{}");
  }

  private Scene scene(KeyModel model) throws Exception {
    return new Scene(
        folder,
        model,
        settings -> {
          anchors = settings.trust().get().anchors();
          return settings.withTrust(() -> TrustBase.of(new Trust(anchors, policy)));
        });
  }

  private void published(String... words) throws Exception {
    published(payload(words));
  }

  private void published(ObjectNode payload) throws Exception {
    anchors =
        anchors.withMetadata(
            Metadata.none()
                .plus(
                    "Tester",
                    BlobReader.read(payload.toString().getBytes(StandardCharsets.UTF_8))));
  }

  private static ObjectNode payload(String... words) {
    ObjectNode payload = Blobs.payload();
    ((ArrayNode) payload.path("entries")).removeAll().add(Blobs.entry(MODEL.toString(), words));
    return payload;
  }

  private static String yubicosRoot() throws Exception {
    return java.util.Base64.getEncoder()
        .encodeToString(TrustAnchors.bundled().anchors().getFirst().certificate().getEncoded());
  }

  private static void refused(Verdict verdict, String... words) {
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.disagrees()).isFalse();
    assertThat(verdict.credential()).isEmpty();
    assertThat(verdict.failedSteps())
        .singleElement()
        .satisfies(step -> {
          assertThat(step.number()).isEqualTo("7.1.24");
          assertThat(step.explanation()).contains(words);
        });
  }
}
