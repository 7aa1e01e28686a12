package dev.touchstone.app.ui.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.PartyViewModel;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.register.RegisterViewModel.Algorithm;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegisterViewModelTest {

  private final RegisterViewModel model;

  RegisterViewModelTest(@TempDir Path data) {
    model =
        new RegisterViewModel(
            new PartyViewModel(
                new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system()),
                Background.inline()),
            new CeremonyViewModel(Background.inline(), new KeyTurn(), new VirtualTouch()));
  }

  @Test
  void aUserIsAllThatIsNeeded() {
    assertThat(model.ready().get()).isFalse();
    model.userProperty().set("  ");
    assertThat(model.ready().get()).isFalse();
    model.userProperty().set(" ada ");

    assertThat(model.ready().get()).isTrue();
    assertThat(model.request()).isEqualTo(RegistrationRequest.forUser("ada"));
  }

  @Test
  void everyWishReachesTheRequest() {
    model.userProperty().set("ada");
    model.displayNameProperty().set("Ada Lovelace");
    model.labelProperty().set("blue key");
    model.userVerificationProperty().set("required");
    model.residentKeyProperty().set("discouraged");
    model.attestationProperty().set("none");
    model.hintProperty().set("security-key");
    model.algorithmProperty(Algorithm.ES384).set(true);
    model.algorithmProperty(Algorithm.ED_DSA).set(true);
    model.credPropsProperty().set(false);
    model.credProtectProperty().set("userVerificationRequired");
    model.prfProperty().set(true);
    model.minPinLengthProperty().set(true);
    model.largeBlobProperty().set(true);

    assertThat(model.request())
        .isEqualTo(
            new RegistrationRequest(
                "ada",
                "Ada Lovelace",
                "blue key",
                "required",
                "discouraged",
                "none",
                List.of("security-key"),
                List.of(-8, -35),
                "{\"credentialProtectionPolicy\":\"userVerificationRequired\","
                    + "\"enforceCredentialProtectionPolicy\":true,\"prf\":{},"
                    + "\"minPinLength\":true,\"largeBlob\":{\"support\":\"preferred\"}}"));
  }
}
