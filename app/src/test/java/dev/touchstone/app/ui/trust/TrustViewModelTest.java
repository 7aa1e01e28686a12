package dev.touchstone.app.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.trust.TrustViewModel.Notice;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.rp.attestation.mds.Fetched;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustViewModelTest {

  private Path blob;
  private Wiring wiring;
  private TrustViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) {
    blob = folder.resolve("blob.jwt");
    wiring =
        new Wiring(
            Settings.usual(folder.resolve("data")), VirtualKeys::new, InstantSource.system());
    model = new TrustViewModel(wiring.trust(), Background.inline());
    model.refresh();
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void aBlobIsOfferedAndKeptOnlyWhenThePersonSaysSo() throws Exception {
    export();

    model.fetch(new MetadataSource.LocalFile(blob));
    assertThat(model.noticeProperty().get()).isInstanceOf(Notice.Offer.class);
    assertThat(model.models()).isEmpty();

    model.keep();
    assertThat(model.noticeProperty().get()).isInstanceOf(Notice.Done.class);
    assertThat(model.models()).hasSizeGreaterThan(10);
    model.searchProperty().set("tiny");
    assertThat(model.models()).hasSizeBetween(1, 3);
  }

  @Test
  void anOfferThatIsLeftChangesNothing() throws Exception {
    export();
    model.fetch(new MetadataSource.LocalFile(blob));

    model.dismiss();
    model.keep();
    model.refresh();

    assertThat(model.overviewProperty().get().orElseThrow().metadata().blobs()).isEmpty();
  }

  @Test
  void whatIsRefusedAndWhatCannotBeReachedAreTold() throws Exception {
    Files.writeString(blob, "no blob");
    model.fetch(new MetadataSource.LocalFile(blob));
    assertThat(result()).isEqualTo(Fetched.Result.REFUSED);

    model.fetch(new MetadataSource.Address(URI.create("http://127.0.0.1:9/")));
    assertThat(result()).isEqualTo(Fetched.Result.UNREACHABLE);
    assertThat(model.workingProperty().get()).isEmpty();
  }

  @Test
  void aPolicyIsProposedBeforeItHolds() throws Exception {
    model.draft().deniedProperty().set("7f0c2f6e-5b8a-4d0e-9c35-0062656e6368");

    model.propose();
    assertThat(model.noticeProperty().get()).isInstanceOf(Notice.Proposal.class);
    assertThat(wiring.trust().showTrust().run().policy().denied()).isEmpty();

    model.apply();
    assertThat(model.overviewProperty().get().orElseThrow().policy().denied()).hasSize(1);
  }

  @Test
  void whatIsNoAaguidIsTold() {
    model.draft().allowedProperty().set("yubikey");

    model.propose();

    assertThat(model.noticeProperty().get())
        .isInstanceOfSatisfying(
            Notice.Failed.class,
            failed -> assertThat(failed.advice().happened()).contains("'yubikey' is no AAGUID"));
  }

  private Fetched.Result result() {
    return ((Notice.Offer) model.noticeProperty().get()).result().fetched().result();
  }

  private void export() throws Exception {
    wiring.laboratory().exportLabMetadata().run(blob, Map.of());
  }
}
