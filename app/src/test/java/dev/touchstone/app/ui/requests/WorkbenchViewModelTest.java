package dev.touchstone.app.ui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.jwt.Forgery;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.virtual.VirtualKeys;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbenchViewModelTest {

  private static final String SECRET = "a secret of more than 32 bytes, honestly";

  @TempDir Path data;
  private Wiring wiring;
  private WorkbenchViewModel model;

  @BeforeEach
  void open() {
    wiring = new Wiring(Settings.usual(data), () -> new VirtualKeys(), InstantSource.system());
    model = new WorkbenchViewModel(wiring, Background.inline());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void aTokenIsSignedVerifiedChangedAndForged() {
    model.headerProperty().set("{\"alg\":\"HS256\"}");
    model.claimsProperty().set("{\"role\":\"user\"}");
    model.secretProperty().set(SECRET);
    model.sign();
    model.tokenProperty().set(model.signedProperty().get());
    assertThat(model.claimsProperty().get()).contains("\"role\" : \"user\"");
    model.verify();
    assertThat(model.verificationProperty().get().orElseThrow().accepted()).isTrue();

    model.claimsProperty().set("{\"role\":\"admin\"}");
    model.forgeryProperty().set(Optional.of(Forgery.OLD_SIGNATURE));
    model.sign();
    model.tokenProperty().set(model.signedProperty().get());
    assertThat(model.claimsProperty().get()).contains("admin");
    model.verify();
    assertThat(model.verificationProperty().get().orElseThrow().accepted()).isFalse();
  }

  @Test
  void whatMakesNoSenseIsTold() {
    model.tokenProperty().set("not a token");
    assertThat(model.failureProperty().get().orElseThrow().happened()).contains("no JWT");
    model.tokenProperty().set("eyJhbGciOiJub25lIn0.e30.");
    assertThat(model.failureProperty().get()).isEmpty();
    model.verify();
    assertThat(model.failureProperty().get().orElseThrow().happened()).contains("which key");
    model.claimsProperty().set("{");
    model.sign();
    assertThat(model.failureProperty().get().orElseThrow().happened()).contains("no JSON");
    assertThat(model.signedProperty().get()).isEmpty();
  }
}
