package dev.touchstone.app.ui.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.errand.Errand.Phase;
import dev.touchstone.app.ui.errand.Person.Prompt;
import dev.touchstone.app.ui.fingerprints.FingerprintsViewModel.State;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.SetPin;
import dev.touchstone.key.manage.fingerprint.EnrolmentProgress;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.session.Cancellation;
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

/** With the virtual key that has a sensor, neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class FingerprintsViewModelTest {

  private static final String PIN = "2468";

  @TempDir Path data;
  private final List<Pin> pins = new ArrayList<>();
  private Wiring wiring;
  private FingerprintsViewModel model;

  @BeforeEach
  void aKeyWithASensor() throws Exception {
    wiring = new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system());
    wiring.virtualTouch().automatic(true);
    var _ = wiring.laboratory().makeLabKey().run("bio", "biometric");
    wiring
        .keys()
        .setPin()
        .apply(
            new SetPin.Request(Optional.of("bio")), new Pin(PIN.toCharArray()), new Cancellation());
    model = new FingerprintsViewModel(wiring, Background.inline(), new KeyTurn());
    typing(model, PIN);
  }

  @AfterEach
  void everyPinIsWiped() {
    model.leave();
    wiring.close();
    assertThat(pins).allMatch(Pin::isDestroyed);
  }

  @Test
  void onePinServesTheListAnEnrolmentARenameAndADeletion() {
    List<EnrolmentProgress> samples = new ArrayList<>();
    model.progressProperty().subscribe(progress -> progress.ifPresent(samples::add));
    model.show(key("bio"));
    assertThat(model.stateProperty().get()).isInstanceOf(State.Locked.class);
    assertThat(pins).isEmpty();

    model.unlock();
    assertThat(listed()).isEmpty();
    model.enrol("right thumb");
    assertThat(listed()).extracting(it -> it.name().orElse("")).containsExactly("right thumb");
    assertThat(samples).hasSize(4);
    assertThat(samples.getLast().isComplete()).isTrue();

    model.rename(listed().getFirst(), "thumb");
    assertThat(listed().getFirst().name()).hasValue("thumb");
    model.askToDelete(listed().getFirst());
    assertThat(model.deletionProperty().get().orElseThrow().last()).isTrue();
    assertThat(listed()).hasSize(1);
    model.delete();

    assertThat(listed()).isEmpty();
    assertThat(pins).hasSize(1);
  }

  @Test
  void aKeyWithoutASensorSaysSo() {
    model.show(key("virtual"));

    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class,
            failed -> assertThat(failed.advice().happened()).contains("no fingerprint sensor"));
  }

  @Test
  void whoLeavesIsAskedForThePinAgain() {
    model.show(key("bio"));
    model.unlock();
    model.leave();
    model.show(key("bio"));

    assertThat(model.stateProperty().get()).isInstanceOf(State.Locked.class);
    model.unlock();
    assertThat(pins).hasSize(2);
  }

  @Test
  void aNameThatIsTooLongIsAnAdviceAndNothingIsEnrolled() {
    model.show(key("bio"));
    model.unlock();

    model.enrol("x".repeat(65));

    assertThat(model.enrolment().phaseProperty().get()).isInstanceOf(Phase.Failed.class);
    model.enrolment().dismiss();
    model.unlock();
    assertThat(listed()).isEmpty();
  }

  private List<Fingerprint> listed() {
    return ((State.Listed) model.stateProperty().get()).fingerprints();
  }

  private KeyDevice key(String id) {
    return wiring.keys().list().run().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void typing(FingerprintsViewModel typedInto, String pin) {
    for (var errand : List.of(typedInto.errand(), typedInto.enrolment())) {
      errand
          .person()
          .promptProperty()
          .subscribe(prompt -> {
            if (prompt instanceof Prompt.PinWanted) {
              Pin typed = new Pin(pin.toCharArray());
              pins.add(typed);
              errand.person().submitPin(typed);
            }
          });
    }
  }
}
