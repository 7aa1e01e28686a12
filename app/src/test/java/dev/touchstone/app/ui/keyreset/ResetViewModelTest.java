package dev.touchstone.app.ui.keyreset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.keyreset.ResetViewModel.Phase;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.ResetWatcher.Step;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a key that is taken out and put back, neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class ResetViewModelTest {

  @TempDir Path data;
  private final Switchboard plug = new Switchboard();
  private final List<String> phases = new ArrayList<>();
  private VirtualKey key;
  private PluggedKey device;
  private Wiring wiring;
  private ResetViewModel model;
  private int changed;
  private boolean comesBack = true;

  @BeforeEach
  void aKeyWithAPin() throws Exception {
    key = Keys.touched(KeyModels.TOUCHSTONE);
    Keys.setPin(key, "135790");
    device = new PluggedKey("hid-1", key);
    plug.plugIn(device);
    wiring = new Wiring(Settings.usual(data), () -> plug, InstantSource.system());
    model = new ResetViewModel(wiring, Background.inline(), new KeyTurn(), () -> changed++);
    model.phaseProperty().subscribe(this::follow);
  }

  @AfterEach
  void away() throws Exception {
    wiring.close();
    key.close();
  }

  private void follow(Phase phase) {
    phases.add(
        phase instanceof Phase.Doing(Step step)
            ? step.getClass().getSimpleName()
            : phase.getClass().getSimpleName());
    if (phase instanceof Phase.Doing(Step.TakeOut _)) {
      key.unplug();
      plug.pullOut(device);
    }
    if (phase instanceof Phase.Doing(Step.PutBack _)) {
      if (comesBack) {
        key.plugIn();
        plug.plugIn(device);
      } else {
        model.close();
      }
    }
  }

  @Test
  void whatWouldBeLostIsReadFirstAndPutAwayAgain() {
    model.open(device);

    assertThat(model.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Asking.class, asking -> assertThat(asking.preview().what().lost()).isNotEmpty());
    model.close();
    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Closed());
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void anotherWordThanTheOneDoesNothing() {
    model.open(device);
    model.confirm("rest");

    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Asking.class);
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void thePersonIsLedThroughItToTheEnd() {
    model.open(device);
    model.confirm(" Reset ");

    assertThat(phases).containsSubsequence("TakeOut", "PutBack", "LookAt", "Reset", "Done");
    assertThat(key.contents().pin()).isEmpty();
    assertThat(changed).isOne();
  }

  @Test
  void whoStopsWhileTheKeyIsOutLosesNothing() {
    comesBack = false;
    model.open(device);
    model.confirm("reset");

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Closed());
    assertThat(key.contents().pin()).isPresent();
  }

  @Test
  void aKeyThatIsGoneIsToldAndNothingIsAsked() {
    plug.pullOut(device);
    model.open(device);

    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Failed.class);
  }
}
