package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.kit.KeyChoice;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trust.FetchMetadata;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
    camera.tab("trust-tabs", MODELS);
    camera.awaitShown("models");
    camera.type("search-models", "tiny");
    camera.awaitShown("model-card");
    camera.take("trust-models");
    camera.tab("trust-tabs", POLICY);
    camera.awaitShown("policy-denied");
    camera.type("policy-denied", registered);
    camera.take("trust-policy");
    camera.press("propose-policy");
    camera.awaitShown("apply-policy");
    camera.take("trust-policy-preview");
    camera.press("dismiss-notice");
    camera.tab("trust-tabs", KEY);
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
    camera.tab("trust-tabs", 0);
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
}
