package dev.touchstone.app.ui.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.ServerElsewhere;
import dev.touchstone.app.Wiring;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.RemoteServer.Api;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.ceremony.PartyViewModel.Party;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.register.RegisterViewModel;
import dev.touchstone.app.ui.signin.SignInViewModel;
import dev.touchstone.rp.account.UserQuery;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's ceremonies with a relying party on a server, over real HTTP. */
@SuppressWarnings("NullAway.Init") // set before each test
final class PartyViewModelTest {

  private static final String ADA = "ada@example.org";

  @TempDir Path there;
  @TempDir Path here;
  private ServerElsewhere elsewhere;
  private Wiring wiring;
  private PartyViewModel party;

  @BeforeEach
  void serve() throws Exception {
    elsewhere = ServerElsewhere.on(there);
    wiring = new Wiring(Settings.usual(here), Switchboard::new, InstantSource.system());
    wiring.virtualTouch().automatic(true);
    wiring
        .remote()
        .add(
            new RemoteServer(
                "staging",
                URI.create(elsewhere.address()),
                Api.TOUCHSTONE,
                Optional.empty(),
                Optional.empty()));
    party = new PartyViewModel(wiring, Background.inline());
    party.refresh();
  }

  @AfterEach
  void stop() {
    elsewhere.close();
    wiring.close();
  }

  @Test
  void aKeyIsRegisteredAtTheServerAndSignsInThere() throws Exception {
    assertThat(party.parties()).hasSize(2);
    party.chosenProperty().set(party.parties().getLast());
    assertThat(party.remarkProperty().get()).startsWith("http://localhost:");

    CeremonyViewModel ceremony = ceremony();
    RegisterViewModel register = new RegisterViewModel(party, ceremony);
    register.userProperty().set(ADA);
    register.start();
    assertThat(accepted(ceremony)).isTrue();
    assertThat(elsewhere.console().accounts().page(UserQuery.first(10))).hasSize(1);
    assertThat(wiring.accounts().page(UserQuery.first(10))).isEmpty();

    CeremonyViewModel second = ceremony();
    SignInViewModel signIn = new SignInViewModel(wiring, Background.inline(), party, second);
    signIn.refresh();
    assertThat(signIn.users()).as("a server's users are not known here").isEmpty();
    signIn.userProperty().set(ADA);
    signIn.start();
    assertThat(accepted(second)).isTrue();
  }

  @Test
  void aServerThatDoesNotAnswerIsToldAndNothingHappensInside() throws Exception {
    wiring
        .remote()
        .add(
            new RemoteServer(
                "staging",
                URI.create("http://127.0.0.1:9"),
                Api.TOUCHSTONE,
                Optional.empty(),
                Optional.empty()));
    party.refresh();
    party.chosenProperty().set(party.parties().getLast());
    CeremonyViewModel ceremony = ceremony();
    RegisterViewModel register = new RegisterViewModel(party, ceremony);
    register.userProperty().set(ADA);
    register.start();
    assertThat(ceremony.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Failed.class,
            it -> assertThat(it.advice().happened()).contains("Nobody answers"));
    assertThat(wiring.accounts().page(UserQuery.first(10))).isEmpty();
  }

  @Test
  void aServerThatIsKeptNoLongerIsChosenNoLonger() throws Exception {
    party.chosenProperty().set(party.parties().getLast());
    wiring.remote().remove("staging");
    party.refresh();
    assertThat(party.chosenProperty().get()).isEqualTo(new Party.Inside());
  }

  @Test
  void aListThatMakesNoSenseIsToldAndTheOneInsideStays() throws Exception {
    Files.writeString(here.resolve("servers.json"), "no list");
    party.refresh();
    assertThat(party.parties()).containsExactly(new Party.Inside());
    assertThat(party.remarkProperty().get()).contains("cannot be read");
  }

  private CeremonyViewModel ceremony() {
    return new CeremonyViewModel(Background.inline(), new KeyTurn(), wiring.virtualTouch());
  }

  private static boolean accepted(CeremonyViewModel ceremony) {
    return ceremony.phaseProperty().get() instanceof Phase.Finished(var result)
        && result.verdict().accepted();
  }
}
