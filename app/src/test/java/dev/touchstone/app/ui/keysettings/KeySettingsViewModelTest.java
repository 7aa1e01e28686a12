package dev.touchstone.app.ui.keysettings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.errand.Person.Prompt;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.manage.setting.KeySettings;
import dev.touchstone.key.manage.setting.SetAlwaysUv;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a key in memory, neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class KeySettingsViewModelTest {

  private static final String PIN = "135790";

  @TempDir Path data;
  private VirtualKey key;
  private PluggedKey device;
  private Wiring wiring;
  private KeySettingsViewModel model;
  private String toType = PIN;
  private int asked;
  private int changed;

  @BeforeEach
  void aKeyWithAPin() throws Exception {
    key = Keys.touched(KeyModels.TOUCHSTONE);
    Keys.setPin(key, PIN);
    device = new PluggedKey("hid-1", key);
    wiring =
        new Wiring(Settings.usual(data), () -> new VirtualKeys(device), InstantSource.system());
    model = new KeySettingsViewModel(wiring, Background.inline(), new KeyTurn(), () -> changed++);
    model.errand().person().promptProperty().subscribe(this::answer);
  }

  @AfterEach
  void away() throws Exception {
    wiring.close();
    key.close();
  }

  private void answer(Prompt prompt) {
    if (prompt instanceof Prompt.PinWanted) {
      asked++;
      if (toType.isEmpty()) {
        model.errand().cancel();
      } else {
        model.errand().person().submitPin(new Pin(toType.toCharArray()));
      }
    }
  }

  @Test
  void aChangeIsReadBeforeItIsAgreedTo() throws Exception {
    model.ask(device, settings(), new SetAlwaysUv(true));

    assertThat(model.questionProperty().get()).isPresent();
    assertThat(asked).isZero();
    model.decline();
    model.confirm();
    assertThat(model.questionProperty().get()).isEmpty();
    assertThat(settings().info().options().alwaysUserVerification()).isFalse();
    assertThat(changed).isZero();
  }

  @Test
  void anAgreedChangeIsMadeAfterThePinAndTheKeyIsReadAnew() throws Exception {
    model.ask(device, settings(), new SetAlwaysUv(true));
    model.confirm();

    assertThat(asked).isOne();
    assertThat(changed).isOne();
    assertThat(settings().info().options().alwaysUserVerification()).isTrue();
  }

  @Test
  void aChangeWithoutThePinIsNone() throws Exception {
    toType = "";
    model.ask(device, settings(), new SetAlwaysUv(true));
    model.confirm();

    assertThat(settings().info().options().alwaysUserVerification()).isFalse();
    assertThat(changed).isZero();
  }

  @Test
  void anotherChangeFollowsTheFirst() throws Exception {
    model.ask(device, settings(), new SetAlwaysUv(true));
    model.confirm();
    model.ask(device, settings(), new SetAlwaysUv(false));
    model.confirm();

    assertThat(changed).isEqualTo(2);
    assertThat(settings().info().options().alwaysUserVerification()).isFalse();
  }

  /** As the window has them, which read the key before. */
  private KeySettings settings() throws Exception {
    try (KeyRing ring = new KeyRing(List.of());
        KeySession session = ring.open(device)) {
      return new KeySettings(session.info());
    }
  }
}
