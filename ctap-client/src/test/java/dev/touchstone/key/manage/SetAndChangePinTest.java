package dev.touchstone.key.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused.Kind;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.session.Pin;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // set before each test
final class SetAndChangePinTest {

  private Bench bench;

  @BeforeEach
  void putAFreshKeyOnTheBench() throws Exception {
    bench = new Bench(KeyModels.TOUCHSTONE);
  }

  /** Whatever a test did, no PIN outlives it. */
  @AfterEach
  void everyPinIsWipedWhateverBecameOfIt() throws Exception {
    bench.close();
    assertThat(bench.pins).allMatch(Pin::isDestroyed);
  }

  private void exchange(KeyModel model) throws Exception {
    bench.close();
    bench = new Bench(model);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFreshKeyGetsItsPinAndAnotherUnderEitherProtocol(int protocol) throws Exception {
    exchange(
        KeyModels.TOUCHSTONE.with(model -> model.pin(pin -> pin.withProtocols(List.of(protocol)))));

    bench.set("123456");
    bench.change("123456", "pässwörd 🔑");
    bench.change("pässwörd 🔑", "0000");

    assertThat(bench.state().pin()).isEqualTo(Feature.READY);
    assertThat(bench.state().triesLeft()).hasValue(8);
  }

  @Test
  void theStateFollowsTheKeyAndNotWhatTheSessionReadAtFirst() throws Exception {
    assertThat(bench.state())
        .isEqualTo(
            new PinState(
                Feature.NOT_SET_UP,
                false,
                new NewPinRules(4, 63),
                OptionalInt.empty(),
                false,
                OptionalInt.empty()));

    bench.set("123456");

    assertThat(bench.state().pin()).isEqualTo(Feature.READY);
  }

  @Test
  void aPinIsNormalizedSoThatItCanBeTypedOnAnyComputer() throws Exception {
    bench.set("cafe\u0301s");

    bench.change("caf\u00e9s", "123456");

    assertThat(bench.state().triesLeft()).hasValue(8);
  }

  @ParameterizedTest
  @CsvSource({"123, NEW_TOO_SHORT", "'', NEW_TOO_SHORT", "😀😀😀, NEW_TOO_SHORT"})
  void aNewPinThatBreaksARuleIsNotSet(String pin, Kind kind) throws Exception {
    notChanged(() -> bench.set(pin), kind);

    assertThat(bench.state().pin()).isEqualTo(Feature.NOT_SET_UP);
  }

  @Test
  void aNewPinEndsInNoNulWhichWouldBeLostInThePadding() throws Exception {
    notChanged(() -> bench.set("1234\0"), Kind.NEW_ENDS_IN_NUL);

    assertThat(bench.state().pin()).isEqualTo(Feature.NOT_SET_UP);
  }

  @ParameterizedTest
  @CsvSource({"x, 63, 64", "é, 31, 32", "😀, 15, 16"})
  void sixtyThreeBytesIsTheLongestPin(String character, int fits, int doesNot) throws Exception {
    notChanged(() -> bench.set(character.repeat(doesNot)), Kind.NEW_TOO_LONG);

    bench.set(character.repeat(fits));
  }

  @Test
  void aNewPinThatBreaksARuleCostsNoTry() throws Exception {
    bench.set("123456");

    notChanged(() -> bench.change("wrong one", "123"), Kind.NEW_TOO_SHORT);

    assertThat(bench.state().triesLeft()).hasValue(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123"})
  void aCurrentPinThatNoKeyCouldHaveCostsNoTry(String current) throws Exception {
    bench.set("123456");

    refused(() -> bench.change(current, "654321"), Kind.TOO_SHORT, OptionalInt.empty());
    refused(() -> bench.change("x".repeat(64), "654321"), Kind.TOO_LONG, OptionalInt.empty());

    assertThat(bench.state().triesLeft()).hasValue(8);
  }

  @Test
  void aWrongCurrentPinCostsOneTryAndChangesNothing() throws Exception {
    bench.set("123456");

    refused(() -> bench.change("999999", "654321"), Kind.WRONG, OptionalInt.of(7));

    assertThat(bench.state().triesLeft()).hasValue(7);
    bench.change("123456", "654321");
    assertThat(bench.state().triesLeft()).hasValue(8);
  }

  @Test
  void thirdWrongPinAsksForReplugAndTheKeyIsNotAskedInVain() throws Exception {
    bench.set("123456");
    refused(() -> bench.change("999999", "654321"), Kind.WRONG, OptionalInt.of(7));
    refused(() -> bench.change("999999", "654321"), Kind.WRONG, OptionalInt.of(6));
    refused(() -> bench.change("999999", "654321"), Kind.REPLUG_NEEDED, OptionalInt.of(5));

    refused(() -> bench.change("123456", "654321"), Kind.REPLUG_NEEDED, OptionalInt.of(5));
    refused(
        () -> new ChangePin(bench.conversation()).preview(), Kind.REPLUG_NEEDED, OptionalInt.of(5));

    bench.replug();
    bench.change("123456", "654321");
  }

  @Test
  void theEighthWrongPinBlocksTheKey() throws Exception {
    bench.set("123456");
    for (int wrong = 1; wrong < 8; wrong++) {
      assertThatThrownBy(() -> bench.change("999999", "654321")).isInstanceOf(PinRefused.class);
      bench.replug();
    }

    refused(() -> bench.change("999999", "654321"), Kind.BLOCKED, OptionalInt.of(0));

    bench.replug();
    refused(() -> bench.change("123456", "654321"), Kind.BLOCKED, OptionalInt.of(0));
  }

  @Test
  void aKeyThatHasAPinIsNotGivenAnother() throws Exception {
    bench.set("123456");

    notChanged(() -> bench.set("654321"), Kind.ALREADY_SET);

    bench.change("123456", "654321");
  }

  @Test
  void aKeyWithoutAPinHasNothingToChange() {
    notChanged(() -> bench.change("123456", "654321"), Kind.NOT_SET);
  }

  @Test
  void aKeyThatKnowsNoPinSaysSo() throws Exception {
    for (KeyModel model : List.of(KeyModels.U2F_ONLY, KeyModels.CTAP20_WITHOUT_PIN)) {
      exchange(model);

      notChanged(() -> bench.set("123456"), Kind.NOT_SUPPORTED);
      notChanged(() -> bench.change("123456", "654321"), Kind.NOT_SUPPORTED);
      assertThat(bench.state().pin()).isEqualTo(Feature.ABSENT);
      everyPinIsWipedWhateverBecameOfIt();
    }
  }

  @Test
  void whoCancelsBeforeChangesNothing() throws Exception {
    bench.cancel.cancel();

    assertThatThrownBy(() -> bench.set("123456")).isInstanceOf(Stopped.class);
  }

  @Test
  void aKeyThatIsGoneLeavesNoPinBehind() {
    bench.key.unplug();

    assertThatThrownBy(() -> bench.set("123456")).isInstanceOf(KeyException.class);
    assertThatThrownBy(() -> bench.change("123456", "654321")).isInstanceOf(KeyException.class);
    assertThat(bench.pins).hasSize(3);
  }

  private static void notChanged(ThrowingCallable attempt, Kind kind) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(PinRefused.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static void refused(ThrowingCallable attempt, Kind kind, OptionalInt triesLeft) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            PinRefused.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.triesLeft()).isEqualTo(triesLeft);
            });
  }
}
