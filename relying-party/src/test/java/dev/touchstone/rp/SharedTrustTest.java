package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.attestation.Issued;
import dev.touchstone.rp.attestation.mds.Blobs;
import dev.touchstone.rp.attestation.mds.Download;
import dev.touchstone.rp.attestation.mds.Fetched;
import dev.touchstone.rp.attestation.mds.KeptBlob;
import dev.touchstone.rp.attestation.mds.MetadataService;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import dev.touchstone.rp.attestation.mds.Publisher;
import dev.touchstone.rp.attestation.mds.RevocationLists;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.store.DatabaseKind;
import dev.touchstone.rp.store.OpenDatabase;
import dev.touchstone.rp.trust.TrustBase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was fetched or set through one replica is what all others judge by. */
class SharedTrustTest {

  private static final String MODEL = KeyModels.TOUCHSTONE.aaguid().toString();

  @TempDir private Path folder;
  private final Issued root = Issued.order("CN=Metadata root").ca().selfSigned();
  private final Issued signer = Issued.order("CN=mds.example").by(root);
  private List<Publisher> publishers = List.of(Publisher.of("Tester", root.certificate()));

  SharedTrustTest() throws Exception {}

  @ParameterizedTest
  @EnumSource
  void metadataThatOneFetchedAreWhatTheOtherJudgesBy(DatabaseKind kind) throws Exception {
    try (Scene scene = scene(kind);
        RelyingParty other = scene.open()) {
      assertThat(register(scene, other, "ada").accepted()).isTrue();

      fetch(scene.rp, blob(7, "REVOKED"));

      Verdict refused = register(scene, other, "bob");
      assertThat(refused.accepted()).isFalse();
      assertThat(refused.failedSteps())
          .singleElement()
          .satisfies(step ->
              assertThat(step.explanation())
                  .contains("REVOKED", "The metadata of Tester, number 7"));
      assertThat(other.examination().preview().lost()).hasSize(1);

      fetch(other, blob(8, "FIDO_CERTIFIED_L1"));
      assertThat(register(scene, scene.rp, "bob").accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBlobThatIsRefusedLeavesTheOldOneInForceEverywhere(DatabaseKind kind) throws Exception {
    try (Scene scene = scene(kind);
        RelyingParty other = scene.open()) {
      fetch(scene.rp, blob(7, "REVOKED"));

      MetadataService there = service(other);
      Fetched older = there.fetch(file(blob(6, "FIDO_CERTIFIED_L1")));
      Fetched broken = there.fetch(file(damaged(blob(9, "FIDO_CERTIFIED_L1"))));
      assertThat(List.of(older.result(), broken.result())).containsOnly(Fetched.Result.REFUSED);
      there.keep(older);
      there.keep(broken);

      assertThat(register(scene, scene.rp, "ada").accepted()).isFalse();
      assertThat(register(scene, other, "ada").accepted()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatSomebodyDamagedDoesNotMakeARevokedModelHarmless(DatabaseKind kind) throws Exception {
    try (Scene scene = scene(kind);
        RelyingParty other = scene.open()) {
      fetch(scene.rp, blob(7, "REVOKED"));
      assertThat(register(scene, other, "ada").accepted()).isFalse();

      try (Store store = OpenDatabase.at(scene.database)) {
        store.write(records -> {
          KeptBlob kept = records.metadata().all().getFirst();
          records
              .metadata()
              .put(
                  new KeptBlob(
                      kept.source(),
                      damaged(kept.jws()),
                      kept.etag(),
                      kept.number(),
                      kept.nextUpdate(),
                      kept.fetched()));
          return true;
        });
      }

      assertThat(register(scene, other, "ada").accepted()).isFalse();
      assertThat(other.trust().known().complaints()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void metadataOfAPublisherWhoIsNoLongerTrustedAreNotUsed(DatabaseKind kind) throws Exception {
    try (Scene scene = scene(kind)) {
      fetch(scene.rp, blob(7, "REVOKED"));
      assertThat(scene.register("ada").accepted()).isFalse();

      publishers = List.of(Publisher.fido());

      assertThat(scene.register("ada").accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPolicyThatOneSetHoldsForTheOther(DatabaseKind kind) throws Exception {
    try (Scene scene = scene(kind);
        RelyingParty other = scene.open()) {
      assertThat(register(scene, other, "ada").accepted()).isTrue();

      scene.rp.trust().keep(TrustPolicy.usual().withDenied(Set.of(KeyModels.TOUCHSTONE.aaguid())));

      assertThat(register(scene, other, "bob").accepted()).isFalse();
      other.trust().keep(TrustPolicy.usual());
      assertThat(register(scene, scene.rp, "bob").accepted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPolicyOfANewerProgramOpensNoDoorAndCanBeReplaced(DatabaseKind kind) throws Exception {
    try (Scene scene = scene(kind);
        Store store = OpenDatabase.at(scene.database)) {
      store.write(records -> {
        records
            .settings()
            .put("trust.policy", "{\"only_on_mondays\": true}", scene.clock.instant());
        return true;
      });

      assertThatThrownBy(() -> scene.register("ada"))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("only_on_mondays")
          .hasMessageContaining("--usual");
      assertThat(scene.rp.trust().under(TrustPolicy.usual()).anchors().anchors()).isNotEmpty();
      scene.rp.trust().keep(TrustPolicy.usual());
      assertThat(scene.register("ada").accepted()).isTrue();
    }
  }

  private Scene scene(DatabaseKind kind) throws Exception {
    return new Scene(
        folder,
        kind,
        KeyModels.TOUCHSTONE,
        settings -> {
          TrustBase usual = settings.trust().get();
          return settings.withTrust(
              () -> new TrustBase(usual.anchors(), usual.policy(), publishers));
        });
  }

  private static Verdict register(Scene scene, RelyingParty at, String user) throws Exception {
    PendingCeremony pending = at.beginRegistration(RegistrationRequest.forUser(user));
    return at.finishRegistration(pending.id(), scene.browser.register(pending.optionsJson()));
  }

  private void fetch(RelyingParty at, String blob) throws Exception {
    MetadataService service = service(at);
    Fetched fetched = service.fetch(file(blob));
    assertThat(fetched.because()).isEmpty();
    assertThat(service.keep(fetched)).isTrue();
  }

  private static MetadataService service(RelyingParty at) {
    return at.trust().metadata(Download.usual(), RevocationLists.offline());
  }

  private MetadataSource file(String blob) throws Exception {
    return new MetadataSource.LocalFile(Files.writeString(folder.resolve("blob.jwt"), blob));
  }

  private String blob(int number, String word) throws Exception {
    ObjectNode payload = Blobs.payload().put("no", number).put("nextUpdate", "2026-12-24");
    ((ArrayNode) payload.path("entries")).removeAll().add(Blobs.entry(MODEL, word));
    return Blobs.signed(payload, signer);
  }

  private static String damaged(String jws) {
    int at = jws.length() - 20;
    return jws.substring(0, at) + (jws.charAt(at) == 'A' ? 'B' : 'A') + jws.substring(at + 1);
  }
}
