package dev.touchstone.app.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.trust.StatementViewModel.State;
import dev.touchstone.app.usecase.trust.FetchMetadata;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementViewModelTest {

  private Path blob;
  private Wiring wiring;
  private StatementViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) {
    blob = folder.resolve("blob.jwt");
    wiring =
        new Wiring(
            Settings.usual(folder.resolve("data")), VirtualKeys::new, InstantSource.system());
    model = new StatementViewModel(wiring.trust(), Background.inline(), new KeyTurn());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void withoutAStatementItIsSaidHowToGetOne() {
    model.compare();
    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class,
            it -> assertThat(it.advice().paragraph()).contains("do not list this key's model"));
  }

  @Test
  void theKeyStandsBesideItsStatementMemberByMember() throws Exception {
    String _ = wiring.laboratory().exportLabMetadata().run(blob, Map.of());
    FetchMetadata fetch = wiring.trust().fetchMetadata();
    var _ = fetch.keep(fetch.preview(new MetadataSource.LocalFile(blob)));

    model.compare();

    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Compared.class,
            it -> {
              assertThat(it.result().comparison().members()).hasSizeGreaterThan(10);
              assertThat(it.result().comparison().contradictions()).isEmpty();
            });
  }
}
