package dev.touchstone.key.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.CardInReader;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.ctap.yubikit.SerialQuestion;
import dev.touchstone.key.transport.KeyDevice;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way: keys are asked for their numbers by HID packets and by APDUs. */
class SameKeyOnTwoWiresTest {

  private static final int PID_CODES = 0x1209;
  private static final int FOR_TESTS = 0x0001;

  private final Census census = new Census(KeyLabels.NONE);

  static List<KeyModel> models() {
    return KeyModels.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelIsKnownAgainOnTheOtherWire(KeyModel model) throws Exception {
    try (VirtualKey one = untouched(model);
        VirtualKey other = untouched(model)) {
      List<KeyDevice> keys =
          census.of(List.of(hid("hid-1", one), hid("hid-2", other), card("card-1", other)));

      assertThat(keys).extracting(KeyDevice::id).containsExactly("hid-1", "hid-2");
      assertThat(keys.getLast().wires())
          .extracting(KeyDevice::id)
          .containsExactly("hid-2", "card-1");
      assertThat(keys.getLast().serial()).contains(other.number().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void keysOfOtherMakersAreNotAskedOverHid(KeyModel model) throws Exception {
    try (VirtualKey key = untouched(model)) {
      OneWire foreign = hid("hid-1", key).ofVendor(0x096e, 0x0850);

      assertThat(SerialQuestion.isFor(foreign)).isFalse();
      assertThat(census.of(List.of(foreign)).getFirst().serial()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aKeyThatDoesNotKnowTheQuestionHasNoNumberAndWorks(KeyModel model) throws Exception {
    try (VirtualKey key = untouched(model)) {
      OneWire yubico = hid("hid-1", key).ofVendor(0x1050, 0x0407);

      assertThat(SerialQuestion.ask(yubico)).isEmpty();
      yubico.connect().close();
    }
  }

  private static OneWire hid(String id, VirtualKey key) {
    return OneWire.hid(id)
        .ofVendor(PID_CODES, FOR_TESTS)
        .through(() -> new PluggedIn(key).connect());
  }

  private static OneWire card(String id, VirtualKey key) {
    return OneWire.card(id)
        .through(() -> CardInReader.holding(key, CardInterface.CONTACT).connect());
  }

  /** A number takes no touch. */
  private static VirtualKey untouched(KeyModel model) throws Exception {
    TouchSensor never =
        prompt -> {
          throw new AssertionError("no touch is wanted");
        };
    return VirtualKey.open(
        model,
        Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
        Surroundings.forgetful().with(never));
  }
}
