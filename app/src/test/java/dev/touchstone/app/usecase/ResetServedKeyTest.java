package dev.touchstone.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.fixture.lab.WireWish;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reset of a virtual key that has its power from a laboratory, which another terminal runs. */
@SuppressWarnings("NullAway.Init") // set before each test
@Timeout(120) // against a reset that waits for ever
final class ResetServedKeyTest {

  private static final String KEY = "virtual";

  @TempDir Path data;
  private final Hands hands = new Hands();
  private final Cancellation cancellation = new Cancellation();
  private Wiring laboratory;
  private StartLab.Running running;
  private Wiring terminal;

  @BeforeEach
  void aLaboratoryRunsWithAKeyThatHasAPin() throws Exception {
    laboratory = new Wiring(Settings.usual(data));
    running = laboratory.laboratory().startLab().run(true);
    terminal = new Wiring(Settings.usual(data));
    var _ =
        terminal
            .keys()
            .setPin()
            .apply(
                new SetPin.Request(Optional.of(KEY)),
                new Pin("135790".toCharArray()),
                new Cancellation());
  }

  @AfterEach
  void end() {
    terminal.close();
    running.close();
    laboratory.close();
  }

  @Test
  void isResetAfterItWasUnpluggedAndPluggedInThere() throws Exception {
    hands.whenToTakeOut = this::unplug;
    hands.whenToPutBack = this::plug;
    ResetKey.Preview preview = preview();
    assertThat(preview.how()).isEqualTo(ResetKey.PowerUp.PLUG);

    ResetKey.Result result = reset().apply(preview, hands, cancellation);

    assertThat(result.doubts()).isEmpty();
    assertThat(hands.steps).containsExactly("TakeOut", "PutBack", "LookAt", "Reset");
    assertThat(hasPin()).isFalse();
  }

  @Test
  void staysAsItIsWhenItsPersonStopsWhileItIsUnplugged() throws Exception {
    hands.whenToTakeOut = this::unplug;
    hands.whenToPutBack = cancellation::cancel;
    ResetKey.Preview preview = preview();

    assertThatThrownBy(() -> reset().apply(preview, hands, cancellation))
        .isInstanceOfSatisfying(
            Failure.class,
            it -> assertThat(it.advice().cost()).isEqualTo("The key was not reset."));

    plug();
    assertThat(hasPin()).isTrue();
  }

  @Test
  void isResetWhileItIsServedOverUdpBesides() throws Exception {
    hands.whenToTakeOut = this::unplug;
    hands.whenToPutBack = this::plug;
    try (ServeLabKey.Served served =
        laboratory.laboratory().serveLabKey().run(KEY, new WireWish.Udp(0, 0), false)) {
      assertThat(served.where()).startsWith("127.0.0.1:");

      ResetKey.Result result = reset().apply(preview(), hands, cancellation);

      assertThat(result.doubts()).isEmpty();
      assertThat(hasPin()).isFalse();
    }
  }

  private ResetKey reset() {
    return terminal.keys().resetKey();
  }

  private ResetKey.Preview preview() throws Failure {
    return reset().preview(new ResetKey.Request(Optional.of(KEY)));
  }

  private boolean hasPin() throws Failure {
    return terminal.keys().show().run(new ShowKey.Request(Optional.of(KEY))).pin() == Feature.READY;
  }

  private void unplug() {
    try {
      var _ = terminal.laboratory().unplugLabKey().run(KEY);
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }

  private void plug() {
    try {
      var _ = terminal.laboratory().plugLabKey().run(KEY);
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }
}
