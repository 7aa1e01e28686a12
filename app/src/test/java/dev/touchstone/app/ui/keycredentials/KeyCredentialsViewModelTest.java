package dev.touchstone.app.ui.keycredentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.errand.Person.Prompt;
import dev.touchstone.app.ui.keycredentials.KeyCredentialsViewModel.State;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.CredentialsOnKey;
import dev.touchstone.app.virtual.Filled;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.session.Pin;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a key in memory, neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set at the beginning of each test
final class KeyCredentialsViewModelTest {

  @TempDir Path data;
  private final Deque<String> toType = new ArrayDeque<>();
  private int asked;
  private VirtualKey key;
  private PluggedKey device;
  private Wiring wiring;
  private KeyCredentialsViewModel model;

  private void begin(VirtualKey plugged) {
    key = plugged;
    device = new PluggedKey("hid-1", key);
    wiring =
        new Wiring(Settings.usual(data), () -> new VirtualKeys(device), InstantSource.system());
    model = new KeyCredentialsViewModel(wiring, Background.inline(), new KeyTurn());
    model.errand().person().promptProperty().subscribe(this::answer);
    model.show(device);
  }

  private void answer(Prompt prompt) {
    if (prompt instanceof Prompt.PinWanted) {
      asked++;
      String typed = toType.poll();
      if (typed == null) {
        model.errand().cancel();
      } else {
        model.errand().person().submitPin(new Pin(typed.toCharArray()));
      }
    }
  }

  @AfterEach
  void end() throws Exception {
    model.leave();
    wiring.close();
    key.close();
  }

  @Test
  void aKeyIsLockedUntilItsPinIsGivenAndTellsWhatEverybodyMayKnow() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));

    State.Locked locked = (State.Locked) state();
    assertThat(locked.slots().remaining()).isPresent();
    assertThat(locked.canBeRemembered()).isTrue();
    assertThat(asked).isZero();

    unlock(false);

    assertThat(listed().content().credentials()).hasSize(2);
    assertThat(listed().withoutPin()).isEmpty();
  }

  @Test
  void onePinServesListingRenamingAndDeleting() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));
    unlock(false);

    model.rename(model.credentials().getFirst(), "countess", "");
    assertThat(model.credentials().getFirst().user().name()).isEqualTo("countess");
    assertThat(model.credentials().getFirst().user().displayName()).isEmpty();

    model.askToDelete(model.credentials().getFirst());
    assertThat(key.contents().credentials()).hasSize(2);
    assertThat(model.deletionProperty().get()).isPresent();
    model.delete();

    assertThat(key.contents().credentials()).hasSize(1);
    assertThat(model.credentials()).extracting(CredentialWords::rp).containsExactly("two.example");
    assertThat(model.doneProperty().get()).startsWith("Deleted.").contains("large blob");
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whoKeepsItLosesNothing() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));
    unlock(false);

    model.askToDelete(model.credentials().getFirst());
    model.keep();
    model.delete();

    assertThat(key.contents().credentials()).hasSize(2);
  }

  @Test
  void searchingFindsByWhatAPersonKnows() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));
    unlock(false);

    model.searchProperty().set("hopper");
    assertThat(found()).containsExactly("grace");
    model.searchProperty().set("ONE.example");
    assertThat(found()).containsExactly("ada");
    model.searchProperty().set("");
    assertThat(found()).hasSize(2);
  }

  @Test
  void aWrongPinIsToldWithItsTriesAndAnotherMayBeTyped() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));
    toType.add("000000");

    unlock(false);

    assertThat(listed().content().credentials()).hasSize(2);
    assertThat(asked).isEqualTo(2);
    assertThat(key.contents().tally().pinRetries()).isEqualTo(8);
  }

  @Test
  void whoDeclinesToGiveThePinIsBackWhereTheyWere() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));

    model.unlock(false);

    assertThat(state()).isInstanceOf(State.Locked.class);
    assertThat(model.errand().phaseProperty().get()).isEqualTo(new Errand.Phase.Idle());
    assertThat(key.contents().tally().pinRetries()).isEqualTo(8);
  }

  @Test
  void aRememberedKeyIsListedAtOnceAndStillWantsItsPinForChanges() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));
    unlock(true);
    assertThat(asked).isEqualTo(1);

    model.show(device);
    assertThat(asked).isEqualTo(1);
    assertThat(listed().withoutPin().orElseThrow().changed()).contains(false);

    toType.add(Filled.PIN);
    model.askToDelete(model.credentials().getFirst());
    model.delete();
    assertThat(asked).isEqualTo(2);
    assertThat(key.contents().credentials()).hasSize(1);

    model.forget();
    assertThat(state()).isInstanceOf(State.Locked.class);
  }

  @Test
  void aKeyThatCannotListSaysSoInThePlaceOfTheList() throws Exception {
    begin(Keys.touched(KeyModels.U2F_ONLY));

    assertThat(state())
        .isInstanceOfSatisfying(
            State.Unsupported.class,
            it -> assertThat(it.why()).contains("U2F only", "keeps no credentials"));
  }

  @Test
  void aKeyThatIsPulledOutIsToldAndNothingIsLost() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));
    unlock(false);
    model.askToDelete(model.credentials().getFirst());
    key.unplug();

    model.delete();

    assertThat(model.errand().phaseProperty().get()).isInstanceOf(Errand.Phase.Failed.class);
    assertThat(key.contents().credentials()).hasSize(2);
    key.plugIn();
    model.errand().dismiss();
    unlock(false);
    assertThat(model.credentials()).hasSize(2);
  }

  @Test
  void leavingForgetsWhatWasRead() throws Exception {
    begin(Filled.with(KeyModels.TOUCHSTONE));
    unlock(false);

    model.leave();

    assertThat(state()).isEqualTo(new State.Nothing());
    assertThat(model.credentials()).isEmpty();
  }

  private void unlock(boolean remember) {
    toType.add(Filled.PIN);
    model.unlock(remember);
  }

  private State state() {
    return model.stateProperty().get();
  }

  private CredentialsOnKey listed() {
    return ((State.Listed) state()).found();
  }

  private List<String> found() {
    return model.credentials().stream().map(StoredCredential::user).map(it -> it.name()).toList();
  }
}
