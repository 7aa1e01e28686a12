package dev.touchstone.app.ui.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.errand.Person.Prompt;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.CeremonyWatcher;
import dev.touchstone.app.usecase.Stage;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Interaction.Account;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** No toolkit: the test's own thread is the window's. */
final class CeremonyViewModelTest {

  private static final PinRequest REQUEST =
      new PinRequest("It is needed.", Optional.empty(), Optional.of(8), 4);
  private static final Advice ADVICE = new Advice(Advice.Kind.CANCELLED, "Over.", "", "", "");

  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final CeremonyViewModel model =
      new CeremonyViewModel(
          new Background(task -> Thread.ofVirtual().start(task), window::add),
          new KeyTurn(),
          new VirtualTouch());

  @Test
  void aPinThatIsSubmittedWakesTheCeremony() throws InterruptedException {
    Pin pin = new Pin("135790".toCharArray());
    model.start((watcher, cancellation) -> {
      Optional<Pin> given = watcher.pinWanted(REQUEST);
      throw new Failure(given.equals(Optional.of(pin)) ? ADVICE : advice("another PIN"));
    });
    runWindow();
    assertThat(model.person().promptProperty().get()).isEqualTo(new Prompt.PinWanted(REQUEST));

    model.person().submitPin(pin);
    runWindow();
    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Failed(ADVICE, Stage.FINDING_KEY));
  }

  @Test
  void cancellingWakesACeremonyThatWaitsForAPin() throws InterruptedException {
    model.start((watcher, cancellation) -> {
      boolean declined = watcher.pinWanted(REQUEST).isEmpty();
      throw new Failure(declined ? ADVICE : advice("a PIN"));
    });
    runWindow();
    model.cancel();
    while (model.isRunning()) {
      runWindow();
    }

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Failed(ADVICE, Stage.FINDING_KEY));
  }

  @Test
  void aPinThatNobodyWaitsForIsDestroyed() {
    Pin pin = new Pin("135790".toCharArray());
    model.person().submitPin(pin);

    assertThat(pin.isDestroyed()).isTrue();
  }

  @Test
  void theChosenAccountIsTheAnswer() throws InterruptedException {
    List<Account> accounts = List.of(new Account("YQ", "ada", ""), new Account("Zw", "grace", ""));
    model.start((watcher, cancellation) -> {
      throw new Failure(advice("chose " + watcher.chooseAccount(accounts)));
    });
    runWindow();
    assertThat(model.person().promptProperty().get()).isEqualTo(new Prompt.Choice(accounts));
    model.person().choose(1);
    runWindow();

    assertThat(model.phaseProperty().get())
        .isEqualTo(new Phase.Failed(advice("chose 1"), Stage.FINDING_KEY));
  }

  @Test
  void aFailureKeepsTheStageAtWhichItCame() throws InterruptedException {
    model.start((watcher, cancellation) -> {
      watcher.stage(Stage.AT_THE_KEY);
      throw new Failure(ADVICE);
    });
    runWindow();
    runWindow();

    assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Failed(ADVICE, Stage.AT_THE_KEY));
  }

  @Test
  void aSecondCeremonyDoesNotStartBesideTheFirst() throws InterruptedException {
    model.start(CeremonyViewModelTest::waitForPin);
    runWindow();
    model.start((watcher, cancellation) -> {
      throw new AssertionError("started");
    });

    assertThat(window).isEmpty();
    assertThat(model.person().promptProperty().get()).isEqualTo(new Prompt.PinWanted(REQUEST));
  }

  @Test
  void aDefectIsToldInWordsAndNotAsAStackTrace() throws InterruptedException {
    model.start((watcher, cancellation) -> {
      throw new IllegalStateException("a defect");
    });
    runWindow();

    assertThat(model.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Failed.class,
            failed -> assertThat(failed.advice().happened()).contains("did not foresee"));
  }

  private static CeremonyResult waitForPin(CeremonyWatcher watcher, Cancellation cancellation)
      throws Failure {
    var _ = watcher.pinWanted(REQUEST);
    throw new Failure(ADVICE);
  }

  private static Advice advice(String happened) {
    return new Advice(Advice.Kind.FAILED, happened, "", "", "");
  }

  private void runWindow() throws InterruptedException {
    window.take().run();
  }
}
