package dev.touchstone.app.ui;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.KeyChoice;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trust.FetchMetadata;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;

/** Pictures of trust: the laboratory's metadata, a model in danger, a policy before it holds. */
final class TrustPictures {

  private static final int MODELS = 1;
  private static final int POLICY = 2;
  private static final int KEY = 3;

  private final PictureWorld world;
  private final Camera camera;

  TrustPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException, Failure {
    fetch();
    String registered =
        world.useCases().listCredentials().run(Optional.empty()).getFirst().aaguid();
    camera.go(Screen.TRUST);
    camera.awaitShown("trust-tabs");
    camera.await("what is kept", () -> camera.shell().lookup(".facts") != null);
    camera.take("trust");
    tab(MODELS);
    camera.awaitShown("models");
    camera.with("search-models", TextField.class, field -> field.setText("tiny"));
    camera.awaitShown("model-card");
    camera.take("trust-models");
    tab(POLICY);
    camera.awaitShown("policy-denied");
    camera.with("policy-denied", TextField.class, field -> field.setText(registered));
    camera.take("trust-policy");
    camera.press("propose-policy");
    camera.awaitShown("apply-policy");
    camera.take("trust-policy-preview");
    camera.press("dismiss-notice");
    tab(KEY);
    camera.awaitShown("compare-statement");
    camera.take("trust-statement-none");
    camera.with(
        "statement-key",
        KeyChoice.class,
        choice ->
            choice.getItems().stream()
                .filter(it -> it.keyId().equals(Optional.of("virtual")))
                .forEach(choice::setValue));
    camera.press("compare-statement");
    camera.awaitShown("statement-summary");
    camera.take("trust-statement");
    tab(0);
    camera.press("examine-credentials");
    camera.awaitShown("dismiss-notice");
    camera.take("trust-examined");
    camera.press("dismiss-notice");
  }

  private void fetch() throws Failure {
    UseCases useCases = world.useCases();
    Path blob = useCases.settings().data().resolve("laboratory-metadata.jwt");
    String _ =
        useCases
            .laboratory()
            .exportLabMetadata()
            .run(blob, Map.of("tiny", "USER_KEY_REMOTE_COMPROMISE"));
    FetchMetadata fetch = useCases.trust().fetchMetadata();
    FetchMetadata.Result _ = fetch.keep(fetch.preview(new MetadataSource.LocalFile(blob)));
  }

  private void tab(int index) {
    camera.with("trust-tabs", TabPane.class, tabs -> tabs.getSelectionModel().select(index));
  }
}
