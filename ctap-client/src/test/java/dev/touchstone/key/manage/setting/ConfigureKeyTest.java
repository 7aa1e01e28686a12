package dev.touchstone.key.manage.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.model.CtapVersion;
import dev.touchstone.fixture.key.model.KeyFeature;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.state.KeySettings;
import dev.touchstone.key.EveryWire;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.manage.setting.ConfigureKey.Outcome;
import dev.touchstone.key.manage.setting.SettingPreview.AlreadySo;
import dev.touchstone.key.manage.setting.SettingPreview.Change;
import dev.touchstone.key.manage.setting.SettingPreview.Impossible;
import dev.touchstone.key.manage.setting.SettingPreview.Undo;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.uv.HeldVerification;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConfigureKeyTest {

  private static final String EVERYWHERE = "dev.touchstone.key.EveryWire#everyModelOnEveryWire";
  private static final String PIN = "135790";

  private static Outcome apply(EveryWire bench, SettingChange change) throws Exception {
    try (HeldVerification verification = ConfigureKey.verification()) {
      return new ConfigureKey(bench.conversation(), verification).apply(change);
    }
  }

  private static SettingPreview preview(EveryWire bench, SettingChange change) throws Exception {
    return new ConfigureKey(bench.conversation(), ConfigureKey.verification()).preview(change);
  }

  private static void setPin(EveryWire bench) throws Exception {
    new SetPin(bench.conversation()).apply(new Pin(PIN.toCharArray()));
    bench.reopen();
    bench.person.typing(PIN);
  }

  private static boolean has(KeyModel model, KeyFeature feature) {
    return model.isAtLeast(CtapVersion.FIDO_2_1)
        && model.has(KeyFeature.CONFIG)
        && model.has(feature);
  }

  /** Either the key has the setting and is changed, or it says why not and stays as it is. */
  private static void tryOn(
      KeyModel model, Wire wire, KeyFeature feature, SettingChange change, boolean withPin)
      throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire)) {
      if (withPin && model.hasPin()) {
        setPin(bench);
      }
      KeySettings before = bench.key.contents().settings();

      SettingPreview preview = preview(bench, change);
      assertThat(bench.key.contents().settings()).isEqualTo(before);

      Outcome outcome = apply(bench, change);
      if (has(model, feature)) {
        assertThat(preview).isInstanceOf(Change.class);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(change.isDone(((Outcome.Done) outcome).settings().info())).isTrue();
        assertThat(bench.key.contents().settings()).isNotEqualTo(before);
        assertThat(bench.person.asked).hasSize(withPin && model.hasPin() ? 1 : 0);
      } else {
        assertThat(preview).isInstanceOf(Impossible.class);
        assertThat(((Impossible) preview).why()).endsWith(".");
        assertThat(outcome).isInstanceOf(Outcome.NotAsked.class);
        assertThat(bench.key.contents().settings()).isEqualTo(before);
        assertThat(bench.person.asked).isEmpty();
      }
      assertThat(bench.person.typed).allMatch(Pin::isDestroyed);
    }
  }

  @ParameterizedTest
  @MethodSource(EVERYWHERE)
  void everyKeyThatCanVerifiesAlwaysFromThenOn(KeyModel model, Wire wire) throws Exception {
    tryOn(model, wire, KeyFeature.ALWAYS_UV, new SetAlwaysUv(true), true);
  }

  @ParameterizedTest
  @MethodSource(EVERYWHERE)
  void everyKeyThatCanTakesLongerPinsFromThenOn(KeyModel model, Wire wire) throws Exception {
    tryOn(model, wire, KeyFeature.SET_MIN_PIN_LENGTH, SetPinRules.minimumLength(8), true);
  }

  @ParameterizedTest
  @MethodSource(EVERYWHERE)
  void everyKeyThatCanWantsItsPinChanged(KeyModel model, Wire wire) throws Exception {
    tryOn(model, wire, KeyFeature.SET_MIN_PIN_LENGTH, SetPinRules.changeOfPin(), true);
  }

  @ParameterizedTest
  @MethodSource(EVERYWHERE)
  void everyKeyThatCanAttestsForItsEnterprise(KeyModel model, Wire wire) throws Exception {
    tryOn(model, wire, KeyFeature.ENTERPRISE_ATTESTATION, new EnableEnterpriseAttestation(), false);
  }

  @ParameterizedTest
  @MethodSource(EVERYWHERE)
  void everyKeyThatCanWantsALongTouchForAReset(KeyModel model, Wire wire) throws Exception {
    tryOn(model, wire, KeyFeature.LONG_TOUCH_FOR_RESET, new EnableLongTouchForReset(), true);
  }

  @Test
  void verificationIsSwitchedOffAgainByWhoHasThePin() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      setPin(bench);
      apply(bench, new SetAlwaysUv(true));
      bench.person.typing(PIN);

      assertThat(((Change) preview(bench, new SetAlwaysUv(false))).undo())
          .isEqualTo(Undo.SWITCH_BACK);
      assertThat(apply(bench, new SetAlwaysUv(false))).isInstanceOf(Outcome.Done.class);

      assertThat(bench.key.contents().settings().alwaysUv()).isFalse();
    }
  }

  @Test
  void whatIsSoAlreadyIsNotSentToTheKey() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      setPin(bench);

      assertThat(apply(bench, new SetAlwaysUv(false)))
          .isEqualTo(new Outcome.NotAsked(new AlreadySo("Always verify the person", "off")));

      assertThat(bench.person.asked).isEmpty();
    }
  }

  @Test
  void aKeyThatAlwaysVerifiesAndHasNothingToVerifyByCanOnlyBeToldToStop() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      assertThat(((Change) preview(bench, new SetAlwaysUv(true))).consequences())
          .contains("The key has neither PIN nor finger: it does nothing more until one is set.");
      apply(bench, new SetAlwaysUv(true));

      assertThat(preview(bench, SetPinRules.minimumLength(6))).isInstanceOf(Impossible.class);
      assertThat(apply(bench, new SetAlwaysUv(false))).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void aMinimumLengthIsNeverLoweredAndAPinThatIsTooShortThenHasToBeChanged() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      setPin(bench);
      Change change = (Change) preview(bench, SetPinRules.minimumLength(8));
      assertThat(change.now()).isEqualTo("at least 4 characters");
      assertThat(change.then()).isEqualTo("at least 8 characters");
      assertThat(change.undo()).isEqualTo(Undo.RESET_ONLY);
      assertThat(change.consequences())
          .containsExactly("If the PIN is shorter, it has to be changed before it is taken again.");

      apply(bench, SetPinRules.minimumLength(8));

      assertThat(bench.key.contents().settings().forcePinChange()).isTrue();
      assertThat(((Impossible) preview(bench, SetPinRules.minimumLength(6))).why())
          .isEqualTo("The minimum length is 8 already and can only be raised.");
      assertThat(((Impossible) preview(bench, SetPinRules.minimumLength(64))).why())
          .isEqualTo("No PIN of this key can have more than 63 characters.");
    }
  }

  @Test
  void relyingPartiesAreToldTheMinimumLengthAsManyAsTheKeyTakes() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      SetPinRules rules =
          new SetPinRules(OptionalInt.empty(), List.of("example.org"), false, false);
      assertThat(((Change) preview(bench, rules)).consequences())
          .singleElement()
          .asString()
          .startsWith("example.org may learn the minimum length");

      apply(bench, rules);

      assertThat(bench.key.contents().settings().minPinLengthRpIds())
          .containsExactly("example.org");
      List<String> many = java.util.Collections.nCopies(99, "example.com");
      assertThat(preview(bench, new SetPinRules(OptionalInt.empty(), many, false, false)))
          .isInstanceOf(Impossible.class);
    }
  }

  @Test
  void aPinThatIsNotThereCannotHaveToBeChanged() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      assertThat(((Impossible) preview(bench, SetPinRules.changeOfPin())).why())
          .isEqualTo("The key has no PIN that could have to be changed.");
    }
  }

  @Test
  void aSimplePinIsRefusedFromThenOn() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      setPin(bench);

      apply(bench, new SetPinRules(OptionalInt.empty(), List.of(), false, true));

      assertThat(bench.key.contents().settings().pinComplexity()).isTrue();
      assertThat(bench.key.contents().settings().forcePinChange()).isTrue();
    }
  }

  @Test
  void aWrongPinCostsOneTryAndChangesNothing() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      new SetPin(bench.conversation()).apply(new Pin(PIN.toCharArray()));
      bench.reopen();
      bench.person.typing("000000");

      assertThatThrownBy(() -> apply(bench, new SetAlwaysUv(true)))
          .isInstanceOfSatisfying(
              PinRefused.class,
              refused -> {
                assertThat(refused.kind()).isEqualTo(PinRefused.Kind.WRONG);
                assertThat(refused.triesLeft()).hasValue(7);
              });

      assertThat(bench.key.contents().settings().alwaysUv()).isFalse();
      assertThat(bench.person.typed).allMatch(Pin::isDestroyed);
    }
  }

  @Test
  void whoDeclinesThePinOrPullsTheKeyChangesNothing() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID)) {
      new SetPin(bench.conversation()).apply(new Pin(PIN.toCharArray()));
      bench.reopen();

      assertThatThrownBy(() -> apply(bench, new SetAlwaysUv(true))).isInstanceOf(Stopped.class);
      bench.key.unplug();
      assertThatThrownBy(() -> apply(bench, new SetAlwaysUv(true))).isInstanceOf(KeyGone.class);

      assertThat(bench.key.contents().settings().alwaysUv()).isFalse();
    }
  }

  @Test
  void severalChangesInOneSittingTakeOnePin() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.ENTERPRISE, Wire.HID);
        HeldVerification verification = ConfigureKey.verification()) {
      setPin(bench);
      ConfigureKey configure = new ConfigureKey(bench.conversation(), verification);

      configure.apply(new SetAlwaysUv(true));
      configure.apply(new EnableEnterpriseAttestation());
      configure.apply(new EnableLongTouchForReset());

      assertThat(bench.person.asked).hasSize(1);
      assertThat(configure.settings().enterpriseAttestation()).isInstanceOf(AlreadySo.class);
      assertThat(configure.settings().longTouchForReset()).isInstanceOf(AlreadySo.class);
    }
  }
}
