package dev.touchstone.app.ui.keysettings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.errand.Errand;
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
import dev.touchstone.key.manage.setting.SetPinRules;
import dev.touchstone.key.manage.setting.SettingChange;
import dev.touchstone.key.manage.setting.SettingPreview;
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
    model.show(device, settings());
  }

  @AfterEach
  void away() throws Exception {
    model.leave();
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
    model.ask(new SetAlwaysUv(true));

    assertThat(model.questionProperty().get()).isPresent();
    assertThat(asked).isZero();
    model.decline();
    model.confirm();
    assertThat(model.questionProperty().get()).isEmpty();
    assertThat(settings().info().options().alwaysUserVerification()).isFalse();
    assertThat(changed).isZero();
  }

  @Test
  void anAgreedChangeIsMadeAfterThePinAndShownAtOnce() throws Exception {
    model.ask(new SetAlwaysUv(true));
    model.confirm();

    assertThat(asked).isOne();
    assertThat(changed).isOne();
    assertThat(shown().info().options().alwaysUserVerification()).isTrue();
    assertThat(settings().info().options().alwaysUserVerification()).isTrue();
  }

  @Test
  void aChangeWithoutThePinIsNone() throws Exception {
    toType = "";
    model.ask(new SetAlwaysUv(true));
    model.confirm();

    assertThat(settings().info().options().alwaysUserVerification()).isFalse();
    assertThat(shown().info().options().alwaysUserVerification()).isFalse();
  }

  @Test
  void onePinServesAllChangesOfASitting() throws Exception {
    change(new SetAlwaysUv(true));
    change(SetPinRules.minimumLength(6));
    change(new SetAlwaysUv(false));

    assertThat(asked).isOne();
    assertThat(settings().info().minPinLength()).isEqualTo(6);
    assertThat(settings().info().options().alwaysUserVerification()).isFalse();
  }

  @Test
  void whoLeavesTheSettingsAndComesBackIsAskedAnew() throws Exception {
    change(new SetAlwaysUv(true));
    model.leave();
    assertThat(model.shownProperty().get()).isEmpty();

    model.show(device, settings());
    change(new SetAlwaysUv(false));

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void aKeyThatIsPulledOutBetweenTwoChangesIsAskedForItsPinAnew() throws Exception {
    change(new SetAlwaysUv(true));
    key.unplug();
    change(new SetAlwaysUv(false));
    assertThat(model.errand().phaseProperty().get()).isInstanceOf(Errand.Phase.Failed.class);
    model.errand().dismiss();
    key.plugIn();
    assertThat(settings().info().options().alwaysUserVerification()).isTrue();

    change(new SetAlwaysUv(false));

    assertThat(asked).isEqualTo(2);
    assertThat(settings().info().options().alwaysUserVerification()).isFalse();
  }

  @Test
  void aSecondChangeThatTheKeyHasAlreadyIsAskedAboutAsSuchAndChangesNothing() throws Exception {
    change(new SetAlwaysUv(true));

    model.ask(new SetAlwaysUv(true));

    assertThat(model.questionProperty().get().orElseThrow().preview())
        .isInstanceOf(SettingPreview.AlreadySo.class);
  }

  @Test
  void nothingIsAskedWhereNoKeyIsShown() {
    model.leave();

    model.ask(new SetAlwaysUv(true));

    assertThat(model.questionProperty().get()).isEmpty();
  }

  private void change(SettingChange change) {
    model.ask(change);
    model.confirm();
  }

  private KeySettings shown() {
    return model.shownProperty().get().orElseThrow().settings();
  }

  /** As the window has them, which read the key before. */
  private KeySettings settings() throws Exception {
    try (KeyRing ring = new KeyRing(List.of());
        KeySession session = ring.open(device)) {
      return new KeySettings(session.info());
    }
  }
}
