package dev.touchstone.app.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.keys.KeysViewModel.Detail;
import dev.touchstone.app.ui.keys.PinChangeViewModel.Job;
import dev.touchstone.app.ui.keys.PinChangeViewModel.Phase;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.manage.NewPinRules;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.KeyDevice;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the virtual key of the program, neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class PinChangeViewModelTest {

  @TempDir Path data;
  private final List<Pin> pins = new ArrayList<>();
  private final Switchboard usb = new Switchboard();
  private Wiring wiring;
  private KeysViewModel keys;
  private PinChangeViewModel model;
  private KeyDevice key;

  @BeforeEach
  void open() {
    wiring = new Wiring(Settings.usual(data), () -> usb, InstantSource.system());
    keys = new KeysViewModel(wiring, Background.inline(), new KeyTurn());
    model = keys.pinChange();
    key = wiring.keys().list().run().getFirst();
    keys.select(key);
  }

  /** Whatever a test did, no PIN outlives it. */
  @AfterEach
  void everyPinIsWiped() {
    keys.close();
    wiring.close();
    assertThat(pins).allMatch(Pin::isDestroyed);
  }

  @Test
  void aFreshKeyGetsItsPinAndIsReadAgain() {
    model.open(Job.SET, key);
    assertThat(asking().mistake()).isEmpty();

    model.submit(set("2468", "2468"));

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Taken(key));
    assertThat(keys.detailProperty().get())
        .isInstanceOfSatisfying(
            Detail.Read.class,
            read -> assertThat(read.description().pin()).isEqualTo(Feature.READY));
  }

  @Test
  void thePinIsChangedInReturnForTheCurrentOne() {
    haveSet();

    model.open(Job.CHANGE, key);
    model.submit(change("2468", "1357", "1357"));

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Taken(key));
  }

  @Test
  void aWrongCurrentPinIsToldWithTheTriesLeftAndMayBeTypedAnew() {
    haveSet();
    model.open(Job.CHANGE, key);
    assertThat(asking().pin().state().triesLeft()).hasValue(8);

    model.submit(change("9999", "1357", "1357"));

    assertThat(asking().mistake())
        .hasValueSatisfying(it -> assertThat(it.happened()).isEqualTo("The PIN is wrong."));
    assertThat(asking().pin().state().triesLeft()).hasValue(7);
    model.submit(change("2468", "1357", "1357"));
    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Taken(key));
  }

  @Test
  void whoVerifiesThePinLearnsThatItIsTheOneAndChangesNothing() {
    haveSet();

    model.open(Job.VERIFY, key);
    model.submit(verify("2468"));

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Taken(key));
    model.close();
    model.open(Job.VERIFY, key);
    assertThat(asking().pin().state().triesLeft()).hasValue(8);
  }

  @Test
  void aWrongPinToVerifyCostsOneTryAndTheRightOneBringsItBack() {
    haveSet();
    model.open(Job.VERIFY, key);

    model.submit(verify("9999"));

    assertThat(asking().mistake())
        .hasValueSatisfying(it -> assertThat(it.happened()).isEqualTo("The PIN is wrong."));
    assertThat(asking().pin().state().triesLeft()).hasValue(7);
    model.submit(verify("2468"));
    model.close();
    model.open(Job.VERIFY, key);
    assertThat(asking().pin().state().triesLeft()).hasValue(8);
  }

  @Test
  void threeWrongPinsToVerifyEndInTheWordsToReplugAndNotInAFourthQuestion() throws Exception {
    VirtualKey plugged = Keys.touched(KeyModels.TOUCHSTONE);
    Keys.setPin(plugged, "2468");
    PluggedKey device = new PluggedKey("hid-1", plugged);
    usb.plugIn(device);
    model.open(Job.VERIFY, device);

    model.submit(verify("9991"));
    model.submit(verify("9992"));
    model.submit(verify("9993"));

    assertThat(model.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Refused.class, it -> assertThat(it.advice().next()).contains("plug"));
  }

  @Test
  void aKeyWithoutAPinHasNoneToVerify() {
    model.open(Job.VERIFY, key);

    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Refused.class);
  }

  @Test
  void whatIsNotReadyNeverReachesTheKey() {
    model.open(Job.SET, key);
    Phase before = model.phaseProperty().get();

    model.submit(set("123", "123"));
    model.submit(set("2468", "2469"));

    assertThat(model.phaseProperty().get()).isSameAs(before);
  }

  @Test
  void aKeyThatHasAPinIsNotGivenAnother() {
    haveSet();

    model.open(Job.SET, key);

    assertThat(model.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Refused.class,
            refused -> assertThat(refused.advice().happened()).contains("has a PIN already"));
  }

  @Test
  void whoClosesItHasChangedNothing() {
    model.open(Job.SET, key);
    model.close();

    model.submit(set("2468", "2468"));

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Closed());
    keys.refresh();
    assertThat(keys.detailProperty().get())
        .isInstanceOfSatisfying(
            Detail.Read.class,
            read -> assertThat(read.description().pin()).isEqualTo(Feature.NOT_SET_UP));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', Type the current PIN first.",
    "2468, '', '', The new PIN needs at least 4 characters.",
    "2468, 123, '', The new PIN is too short: it needs at least 4 characters.",
    "2468, 1357, 13, Type the new PIN once more.",
    "2468, 1357, 1358, The two new PINs are not the same."
  })
  void whatIsMissingIsSaidWhileTyping(String current, String fresh, String again, String words) {
    try (TypedPins typed = change(current, fresh, again)) {
      assertThat(typed.missing(new NewPinRules(4, 63))).hasValue(words);
    }
  }

  private void haveSet() {
    model.open(Job.SET, key);
    model.submit(set("2468", "2468"));
    model.close();
  }

  private Phase.Asking asking() {
    return (Phase.Asking) model.phaseProperty().get();
  }

  private TypedPins set(String fresh, String again) {
    return new TypedPins(Optional.empty(), pin(fresh), pin(again));
  }

  private TypedPins verify(String current) {
    return new TypedPins(Optional.of(pin(current)), pin(""), pin(""));
  }

  private TypedPins change(String current, String fresh, String again) {
    return new TypedPins(Optional.of(pin(current)), pin(fresh), pin(again));
  }

  private Pin pin(String text) {
    Pin pin = new Pin(text.toCharArray());
    pins.add(pin);
    return pin;
  }
}
