package dev.touchstone.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.virtual.InsertedKey;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.touch.TouchPrompt;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reset with the person's hands on the plug, on a clock that the test moves. */
@SuppressWarnings("NullAway.Init") // set before each test
final class ResetKeyTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T09:00:00Z"));
  private final Switchboard plug = new Switchboard();
  private final KeyRing ring = new KeyRing(List.of(plug));
  private final ResetKey reset = new ResetKey(ring, new ChooseKey(ring), now::get);
  private final Cancellation cancellation = new Cancellation();
  private final Hands hands = new Hands();
  private TouchSensor finger = TouchSensor.automatic();
  private VirtualKey key;

  @BeforeEach
  void aKeyWithAPinIsPluggedIn() throws Exception {
    key = keyWithPin(KeyModels.TOUCHSTONE);
    plug.plugIn(new PluggedKey("hid-1", key));
  }

  @AfterEach
  void away() throws Exception {
    ring.close();
    key.close();
  }

  private VirtualKey keyWithPin(KeyModel model) throws Exception {
    VirtualKey made =
        VirtualKey.open(
            model,
            Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
            Surroundings.forgetful()
                .with((TouchSensor) prompt -> finger.blink(prompt))
                .with(now::get));
    Keys.setPin(made, "135790");
    return made;
  }

  private ResetKey.Preview preview() throws Failure {
    return reset.preview(new ResetKey.Request(Optional.empty()));
  }

  private ResetKey.Result apply() throws Failure {
    return reset.apply(preview(), hands, cancellation);
  }

  private Advice refused() {
    List<Advice> told = new ArrayList<>();
    assertThatThrownBy(this::apply)
        .isInstanceOfSatisfying(Failure.class, failure -> told.add(failure.advice()));
    return told.getFirst();
  }

  private void takeOut() {
    key.unplug();
    plug.pullOut(new PluggedKey("hid-1", key));
  }

  private void putBack() {
    key.plugIn();
    plug.plugIn(new PluggedKey("hid-1", key));
  }

  @Test
  void aKeyThatWasTakenOutAndPutBackIsReset() throws Exception {
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = this::putBack;

    ResetKey.Result result = apply();

    assertThat(result.checked()).isTrue();
    assertThat(result.doubts()).isEmpty();
    assertThat(key.contents().pin()).isEmpty();
    assertThat(hands.steps).containsExactly("TakeOut", "PutBack", "LookAt", "Reset");
    assertThat(hands.until).hasValue(Objects.requireNonNull(now.get()).plusSeconds(10));
  }

  @Test
  void thePreviewChangesNothingAndCountsWithoutThePin() throws Exception {
    ResetKey.Preview preview = preview();

    assertThat(preview.how()).isEqualTo(ResetKey.PowerUp.PLUG);
    assertThat(preview.what().lost().stream().map(loss -> loss.what()))
        .containsExactly("Credentials", "U2F registrations", "PIN", "Large blobs", "Settings");
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void anotherKeyOfTheSameModelInItsPlaceIsNotReset() throws Exception {
    VirtualKey other = keyWithPin(KeyModels.TOUCHSTONE);
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = () -> plug.plugIn(new PluggedKey("hid-1", other));

    Advice advice = refused();

    assertThat(advice.happened()).contains("does not seem to be the one").contains("serial number");
    assertThat(advice.cost()).isEqualTo("No key was reset.");
    assertThat(other.contents().pin()).isPresent();
    assertThat(key.contents().pin()).isPresent();
    other.close();
  }

  @Test
  void anotherKeyIsToldByItsPinTriesWhereNeitherTellsANumber() throws Exception {
    plug.pullOut(new PluggedKey("hid-1", key));
    plug.plugIn(new Nameless(new PluggedKey("hid-1", key)));
    VirtualKey other = keyWithPin(KeyModels.TOUCHSTONE);
    Keys.loseATry(other);
    hands.whenToTakeOut = () -> plug.pullOut(new Nameless(new PluggedKey("hid-1", key)));
    hands.whenToPutBack = () -> plug.plugIn(new Nameless(new PluggedKey("hid-1", other)));

    assertThat(refused().happened()).contains("this is different, its PIN tries");
    assertThat(other.contents().pin()).isPresent();
    other.close();
  }

  @Test
  void aKeyOfAnotherModelIsToldByItsName() throws Exception {
    VirtualKey other = keyWithPin(KeyModels.CTAP21);
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = () -> plug.plugIn(new PluggedKey("hid-1", other));

    assertThat(refused().happened()).contains("it calls itself Touchstone Virtual Key 2.1");
    other.close();
  }

  @Test
  void aSecondKeyThatStaysPluggedInIsLeftAlone() throws Exception {
    VirtualKey second = keyWithPin(KeyModels.TOUCHSTONE);
    plug.plugIn(new PluggedKey("hid-2", second));
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = this::putBack;

    reset.apply(reset.preview(new ResetKey.Request(Optional.of("hid-1"))), hands, cancellation);

    assertThat(key.contents().pin()).isEmpty();
    assertThat(second.contents().pin()).isPresent();
    second.close();
  }

  @Test
  void whoIsTooLateLosesNothing() throws Exception {
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = this::putBack;
    hands.whenLookedAt = () -> now.updateAndGet(before -> before.plus(Duration.ofSeconds(11)));

    Advice advice = refused();

    assertThat(advice.happened()).contains("More than ten seconds");
    assertThat(advice.cost()).isEqualTo("The key was not reset.");
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void nobodyWhoTouchesLosesNothing() throws Exception {
    finger = TouchPrompt::decline;
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = this::putBack;

    assertThat(refused().cost()).contains("The key was not reset.");
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void nobodyWhoTouchesForThirtySecondsLosesNothing() throws Exception {
    finger = prompt -> {};
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = this::putBack;
    hands.whenTouchIsWanted = () -> now.updateAndGet(before -> before.plusSeconds(31));

    assertThat(refused().cost()).contains("The key was not reset.");
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void aCardThatWasTakenOffItsReaderAndPutBackIsReset() throws Exception {
    plug.pullOut(new PluggedKey("hid-1", key));
    key.close();
    key = keyWithPin(KeyModels.CTAP21); // which says nothing of wires for a reset
    InsertedKey card = new InsertedKey("card-1", key, CardInterface.CONTACTLESS);
    plug.plugIn(card);
    hands.whenToTakeOut = () -> plug.pullOut(card);
    hands.whenToPutBack = () -> plug.plugIn(card);

    assertThat(preview().how()).isEqualTo(ResetKey.PowerUp.READER);
    ResetKey.Result result = apply();

    assertThat(result.doubts()).isEmpty();
    assertThat(key.contents().pin()).isEmpty();
    assertThat(hands.steps).containsExactly("TakeOut", "PutBack", "LookAt", "Reset");
  }

  @Test
  void itCanBeCancelledWhileTheKeyIsOut() throws Exception {
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = cancellation::cancel;

    Advice advice = refused();

    assertThat(advice.kind()).isEqualTo(Advice.Kind.CANCELLED);
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void itCanBeCancelledWhileTheKeyBlinks() throws Exception {
    finger = prompt -> {};
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = this::putBack;
    hands.whenTouchIsWanted = cancellation::cancel;

    assertThat(refused().kind()).isEqualTo(Advice.Kind.CANCELLED);
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void whoPullsTheKeyWhileItBlinksIsToldThatItsStateIsNotKnown() throws Exception {
    finger = prompt -> {};
    hands.whenToTakeOut = this::takeOut;
    hands.whenToPutBack = this::putBack;
    hands.whenTouchIsWanted = key::unplug;

    assertThat(refused().cost()).startsWith("Whether the key was reset");
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void aU2fKeyIsToldToHaveNoReset() throws Exception {
    plug.pullOut(new PluggedKey("hid-1", key));
    VirtualKey u2f = Keys.touched(KeyModels.U2F_ONLY);
    plug.plugIn(new PluggedKey("hid-1", u2f));

    assertThat(refused().happened()).isEqualTo("This key speaks U2F only, which knows no reset.");
    u2f.close();
  }

  /** A key that tells no number of its own. */
  private record Nameless(KeyDevice key) implements KeyDevice {
    @Override
    public String id() {
      return key.id();
    }

    @Override
    public String name() {
      return key.name();
    }

    @Override
    public dev.touchstone.key.transport.Transport transport() {
      return key.transport();
    }

    @Override
    public String path() {
      return key.path();
    }

    @Override
    public Set<Mark> marks() {
      return Set.of();
    }

    @Override
    public int vendorId() {
      return 0x0483; // of nobody who is asked for a number
    }

    @Override
    public int productId() {
      return key.productId();
    }

    @Override
    public com.yubico.yubikit.core.YubiKeyConnection connect() throws java.io.IOException {
      return key.connect();
    }
  }
}
