package dev.touchstone.app.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.kit.Whose;
import dev.touchstone.app.ui.register.RegisterViewModel;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** View models on the real program, with neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class AccountsViewModelTest {

  @TempDir Path data;
  private Wiring wiring;
  private AccountsViewModel model;

  @BeforeEach
  void open() {
    wiring = new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system());
    wiring.virtualTouch().automatic(true);
    model = new AccountsViewModel(wiring, Background.inline());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void whatIsRegisteredIsListed() {
    register("ada", "blue key");
    register("grace", "green key");
    model.refresh();

    assertThat(model.users()).extracting(User::name).containsExactly("ada", "grace");
    assertThat(model.credentials())
        .extracting(Credential::label)
        .containsExactlyInAnyOrder("blue key", "green key");
  }

  @Test
  void searchingNarrowsBothLists() {
    register("ada", "blue key");
    register("grace", "green key");
    model.refresh();
    model.searchProperty().set("GREEN");

    assertThat(model.users()).extracting(User::name).containsExactly("grace");
    assertThat(model.credentials()).extracting(Credential::userName).containsExactly("grace");
  }

  @Test
  void theChosenUserStaysChosenWhenReadAnew() {
    register("ada", "blue key");
    register("grace", "green key");
    model.refresh();
    model.whoseProperty().set(new Whose.Of(model.users().getLast()));
    model.refresh();

    assertThat(model.whoseProperty().get()).isInstanceOf(Whose.Of.class);
    assertThat(model.credentials()).extracting(Credential::userName).containsExactly("grace");
  }

  @Test
  void deletingAsksFirstAndForgetsTheUserThatIsGone() {
    register("ada", "blue key");
    model.refresh();
    User ada = model.users().getFirst();
    model.whoseProperty().set(new Whose.Of(ada));
    model.askToDelete(ada);
    assertThat(model.lossProperty().get()).isPresent();
    model.keep();
    model.delete();
    assertThat(model.users()).hasSize(1);

    model.askToDelete(ada);
    model.delete();
    assertThat(model.isEmpty()).isTrue();
    assertThat(model.whoseProperty().get()).isEqualTo(new Whose.Everybodys());
  }

  @Test
  void aDatabaseThatIsNoneGivesAdvice() throws Exception {
    Files.writeString(data.resolve("touchstone.db"), "this is no database".repeat(100));
    model.refresh();

    assertThat(model.failureProperty().get()).isPresent();
    assertThat(model.loadedProperty().get()).isTrue();
  }

  private void register(String user, String label) {
    CeremonyViewModel ceremony =
        new CeremonyViewModel(Background.inline(), new KeyTurn(), wiring.virtualTouch());
    RegisterViewModel register = new RegisterViewModel(wiring, ceremony);
    register.userProperty().set(user);
    register.labelProperty().set(label);
    register.start();
    assertThat(ceremony.phaseProperty().get()).isInstanceOf(Phase.Finished.class);
  }
}
