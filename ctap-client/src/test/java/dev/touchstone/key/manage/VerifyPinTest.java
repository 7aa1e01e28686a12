package dev.touchstone.key.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.model.KeyFeature;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.EveryWire;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.session.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VerifyPinTest {

  private static final String PIN = "135790";

  private static EveryWire withPin(KeyModel model, Wire wire) throws Exception {
    EveryWire bench = EveryWire.to(model, wire);
    new SetPin(bench.conversation()).apply(new Pin(PIN.toCharArray()));
    bench.reopen();
    return bench;
  }

  @ParameterizedTest
  @MethodSource("dev.touchstone.key.EveryWire#everyModelOnEveryWire")
  void everyKeyThatHasAPinSaysWhetherItIsTheOne(KeyModel model, Wire wire) throws Exception {
    if (!model.hasPin()) {
      try (EveryWire bench = EveryWire.to(model, wire)) {
        assertThatThrownBy(() -> new VerifyPin(bench.conversation()).apply())
            .isInstanceOfSatisfying(
                PinRefused.class, it -> assertThat(it.kind()).isEqualTo(Kind.NOT_SUPPORTED));
        assertThat(bench.person.asked).isEmpty();
      }
      return;
    }
    try (EveryWire bench = withPin(model, wire)) {
      bench.person.typing("000000", PIN);

      PinState state = new VerifyPin(bench.conversation()).apply();

      assertThat(state.triesLeft()).hasValue(8);
      assertThat(bench.person.asked).hasSize(2);
      assertThat(bench.person.asked.getLast().triesLeft()).hasValue(7);
      assertThat(bench.person.typed).allMatch(Pin::isDestroyed);
    }
  }

  @Test
  void aWrongPinCostsOneTryAndIsNotTriedAgain() throws Exception {
    try (EveryWire bench = withPin(KeyModels.TOUCHSTONE, Wire.HID)) {
      bench.person.typing("000000");

      assertThatThrownBy(() -> new VerifyPin(bench.conversation()).apply())
          .isInstanceOfSatisfying(PinRefused.class, it -> assertThat(it.triesLeft()).hasValue(7));
      assertThat(PinState.read(bench.conversation()).triesLeft()).hasValue(7);
    }
  }

  @Test
  void whoDeclinesLosesNoTry() throws Exception {
    try (EveryWire bench = withPin(KeyModels.TOUCHSTONE, Wire.HID)) {
      assertThatThrownBy(() -> new VerifyPin(bench.conversation()).apply())
          .isInstanceOf(Stopped.class);
      assertThat(PinState.read(bench.conversation()).triesLeft()).hasValue(8);
    }
  }

  @Test
  void aKeyWhosePinOpensNoCeremonyIsAskedAllTheSame() throws Exception {
    KeyModel model =
        KeyModels.BIOMETRIC.with(it -> it.adding(KeyFeature.NO_MC_GA_PERMISSIONS_WITH_CLIENT_PIN));
    try (EveryWire bench = withPin(model, Wire.HID)) {
      bench.person.typing(PIN);

      assertThat(new VerifyPin(bench.conversation()).apply().triesLeft()).hasValue(8);
    }
  }

  @Test
  void nobodyTypesAPinInVainWhereNoneIsTaken() throws Exception {
    try (EveryWire bench = withPin(KeyModels.TOUCHSTONE, Wire.HID)) {
      bench.person.typing("000000", "000000", "000000", PIN);
      assertThatThrownBy(() -> new VerifyPin(bench.conversation()).apply())
          .isInstanceOfSatisfying(
              PinRefused.class, it -> assertThat(it.kind()).isEqualTo(Kind.REPLUG_NEEDED));

      assertThatThrownBy(() -> new VerifyPin(bench.conversation()).apply())
          .isInstanceOf(PinRefused.class);
      assertThat(bench.person.asked).hasSize(3);
    }
  }
}
