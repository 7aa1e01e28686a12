package dev.touchstone.app.ui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.ServerElsewhere;
import dev.touchstone.app.Wiring;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.accounts.TokensViewModel;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.ceremony.PartyViewModel;
import dev.touchstone.app.ui.ceremony.PartyViewModel.Party;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.register.RegisterViewModel;
import dev.touchstone.app.ui.requests.RequestsViewModel.State;
import dev.touchstone.app.usecase.MintToken.Minted;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.rp.token.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a second instance, which runs in this process on a folder of its own. */
@SuppressWarnings("NullAway.Init") // set before each test
final class MintViewModelTest {

  private static final String ADA = "ada@example.org";

  @TempDir Path there;
  @TempDir Path here;
  private ServerElsewhere elsewhere;
  private Wiring wiring;
  private String address;
  private RequestsViewModel requests;
  private MintViewModel mint;

  @BeforeEach
  void open() throws Exception {
    elsewhere = ServerElsewhere.on(there);
    address = elsewhere.address();
    wiring = new Wiring(Settings.usual(here), () -> new VirtualKeys(), InstantSource.system());
    wiring.virtualTouch().automatic(true);
    keep("staging", RemoteServer.Api.TOUCHSTONE);
    register();
    requests = new RequestsViewModel(wiring, Background.inline());
    mint = minting(Optional.empty());
  }

  private MintViewModel minting(Optional<RemoteServer> served) {
    return new MintViewModel(
        wiring, Background.inline(), ceremony(), () -> served, requests.tokens());
  }

  private CeremonyViewModel ceremony() {
    return new CeremonyViewModel(Background.inline(), new KeyTurn(), wiring.virtualTouch());
  }

  private void keep(String name, RemoteServer.Api api) throws Exception {
    RemoteServer found = wiring.remote().find(address, api, Optional.empty());
    wiring
        .remote()
        .add(new RemoteServer(name, found.address(), api, Optional.empty(), Optional.empty()));
  }

  private void register() {
    PartyViewModel party = new PartyViewModel(wiring, Background.inline());
    party.refresh();
    party.chosenProperty().set(party.parties().getLast());
    assertThat(party.chosenProperty().get()).isInstanceOf(Party.Elsewhere.class);
    CeremonyViewModel ceremony = ceremony();
    RegisterViewModel register = new RegisterViewModel(party, ceremony);
    register.userProperty().set(ADA);
    register.start();
    assertThat(ceremony.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Finished.class, it -> assertThat(it.result().verdict().accepted()).isTrue());
  }

  @AfterEach
  void close() {
    wiring.close();
    elsewhere.close();
  }

  @Test
  void aSignInMintsATokenThatGoesWithTheNextRequest() throws Exception {
    signIn();
    assertThat(mint.openProperty().get()).isFalse();
    assertThat(requests.noticeProperty().get()).contains(ADA, address);
    assertThat(statusOf("/whoami")).isEqualTo(200);
    assertThat(filesThatHold(access())).isEmpty();
  }

  @Test
  void theKeyTellsWhoSignsInWhereNobodyIsNamed() {
    mint.begin();
    mint.start();
    assertThat(requests.tokens().mintedProperty().get().orElseThrow().user()).isEqualTo(ADA);
  }

  @Test
  void theTokenGoesToItsServerAlone() {
    signIn();
    requests.form().urlProperty().set(address.replace("localhost", "127.0.0.1") + "/whoami");
    requests.send();
    assertThat(requests.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class, it -> assertThat(it.advice().happened()).contains(address));
  }

  @Test
  void aRefreshTokenIsExchangedOnceAndAnOldOneIsRefused() {
    mint.refreshableProperty().set(true);
    signIn();
    var first = requests.tokens().mintedProperty().get().orElseThrow();
    requests.tokens().refresh();
    var second = requests.tokens().mintedProperty().get().orElseThrow();
    assertThat(second.refresh()).isPresent().isNotEqualTo(first.refresh());
    assertThat(requests.tokens().minted()).containsExactly(Optional.empty(), Optional.of(second));
    assertThat(statusOf("/whoami")).isEqualTo(200);

    requests.tokens().take(first);
    requests.tokens().refresh();
    assertThat(requests.noticeProperty().get()).contains("400");
  }

  @Test
  void withoutARefreshTokenThereIsNothingToExchange() {
    signIn();
    requests.tokens().refresh();
    assertThat(requests.noticeProperty().get()).contains("no refresh token");
    assertThat(statusOf("/whoami")).isEqualTo(200);
  }

  @Test
  void aForgottenTokenGoesWithNothingMore() {
    signIn();
    requests.tokens().forget();
    assertThat(requests.tokens().minted()).containsExactly(Optional.empty());
    assertThat(requests.noticeProperty().get()).contains("forgotten");
    assertThat(statusOf("/whoami")).isEqualTo(401);
  }

  @Test
  void newTokensAreNotChosenWhereAnotherOneWasMeanwhile() {
    mint.refreshableProperty().set(true);
    signIn();
    Minted first = requests.tokens().mintedProperty().get().orElseThrow();
    List<Runnable> work = new ArrayList<>();
    TokenChoice tokens =
        new TokenChoice(wiring, new Background(work::add, Runnable::run), _ -> {}, _ -> {});
    tokens.take(first);
    tokens.refresh();
    tokens.mintedProperty().set(Optional.empty());
    work.forEach(Runnable::run);

    assertThat(tokens.mintedProperty().get()).isEmpty();
    assertThat(tokens.minted().getLast().orElseThrow().refresh())
        .isPresent()
        .isNotEqualTo(first.refresh());
  }

  @Test
  void aSignInThatEndsAfterGoingBackGivesNoToken() {
    List<Runnable> window = new ArrayList<>();
    CeremonyViewModel late =
        new CeremonyViewModel(
            new Background(Runnable::run, window::add), new KeyTurn(), wiring.virtualTouch());
    MintViewModel left =
        new MintViewModel(wiring, Background.inline(), late, Optional::empty, requests.tokens());
    left.begin();
    left.userProperty().set(ADA);
    left.start();
    left.leave();
    while (!window.isEmpty()) {
      window.removeFirst().run();
    }
    assertThat(requests.tokens().minted()).containsExactly(Optional.empty());
  }

  @Test
  void aRefusedSignInIsToldAndLeavesTheTokenOfTheOneBefore() {
    signIn();
    String before = access();
    mint.begin();
    mint.userProperty().set("nobody@example.org");
    mint.start();
    assertThat(mint.ceremony().phaseProperty().get()).isInstanceOf(Phase.Failed.class);
    assertThat(mint.openProperty().get()).isTrue();
    mint.leave();
    assertThat(mint.openProperty().get()).isFalse();
    assertThat(access()).isEqualTo(before);
  }

  @Test
  void aServerThatIsGoneIsTold() {
    mint.begin();
    elsewhere.stop();
    mint.start();
    assertThat(mint.ceremony().phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Failed.class,
            it -> assertThat(it.advice().happened()).contains("Nobody answers"));
  }

  @Test
  void theServerOfThisComputerIsOfferedFirstAndThoseWithoutTokensAreNot() throws Exception {
    keep("conformance", RemoteServer.Api.CONFORMANCE);
    RemoteServer own =
        new RemoteServer(
            "This computer",
            URI.create(address),
            RemoteServer.Api.TOUCHSTONE,
            Optional.empty(),
            Optional.empty());
    MintViewModel minting = minting(Optional.of(own));
    minting.begin();
    assertThat(minting.servers())
        .extracting(RemoteServer::name)
        .containsExactly("This computer", "staging");
    assertThat(minting.serverProperty().get()).contains(own);
  }

  @Test
  void theServerWhereSomebodySignedInLastIsProposedAgainAndNoOther() throws Exception {
    keep("another", RemoteServer.Api.TOUCHSTONE);
    mint.begin();
    mint.serverProperty().set(Optional.of(mint.servers().getLast()));
    mint.leave();
    mint.begin();
    assertThat(mint.serverProperty().get()).contains(mint.servers().getFirst());
    mint.serverProperty().set(Optional.of(mint.servers().getLast()));
    mint.start();
    mint.begin();
    assertThat(mint.serverProperty().get()).contains(mint.servers().getLast());
  }

  @Test
  void oneTokenIsChosenAndTheOthersAreLetGo() {
    signIn();
    requests.tokens().typedProperty().set("typed");
    assertThat(requests.tokens().mintedProperty().get()).isEmpty();
    requests.tokens().mintedProperty().set(requests.tokens().minted().getLast());
    assertThat(requests.tokens().typedProperty().get()).isEmpty();
    requests.begin();
    assertThat(requests.tokens().mintedProperty().get()).isEmpty();
    assertThat(requests.tokens().minted()).hasSize(2);
  }

  @Test
  void theSessionIsEndedByTheServersOperatorAfterAQuestionAndTheTokenIsNoGoodThen() {
    mint.refreshableProperty().set(true);
    signIn();
    TokensViewModel operator = new TokensViewModel(elsewhere.console(), Background.inline(), ADA);
    operator.refresh();
    assertThat(operator.sessions()).singleElement().matches(Owned::active);
    Session session = operator.sessions().getFirst().it();
    operator.askToEnd(session);
    assertThat(operator.questionProperty().get().orElseThrow().loss()).contains("127.0.0.1");
    operator.keep();
    operator.confirm();
    assertThat(statusOf("/whoami")).isEqualTo(200);

    operator.askToEnd(session);
    operator.confirm();
    assertThat(operator.sessions()).singleElement().matches(it -> !it.active());
    assertThat(statusOf("/whoami")).isEqualTo(401);
    requests.tokens().refresh();
    assertThat(requests.noticeProperty().get()).contains("400");
  }

  @Test
  void allSessionsEndAtOnceAndTheQuestionCountsThem() {
    mint.refreshableProperty().set(true);
    signIn();
    signIn();
    TokensViewModel operator = new TokensViewModel(elsewhere.console(), Background.inline(), ADA);
    operator.refresh();
    operator.askToEndAll();
    assertThat(operator.questionProperty().get().orElseThrow().loss()).contains("2 sessions end");
    operator.confirm();
    assertThat(operator.sessions()).hasSize(2).noneMatch(Owned::active);
    assertThat(statusOf("/whoami")).isEqualTo(401);
    operator.askToEndAll();
    assertThat(operator.questionProperty().get().orElseThrow().loss()).contains("No session");
  }

  private void signIn() {
    mint.begin();
    assertThat(mint.openProperty().get()).isTrue();
    mint.userProperty().set(ADA);
    mint.start();
    assertThat(requests.tokens().mintedProperty().get()).isPresent();
  }

  private String access() {
    return requests.tokens().mintedProperty().get().orElseThrow().bearer().text();
  }

  private int statusOf(String path) {
    requests.form().urlProperty().set(address + path);
    requests.send();
    return ((State.Answered) requests.stateProperty().get()).exchange().answer().status();
  }

  private List<Path> filesThatHold(String text) throws IOException {
    try (Stream<Path> files = Files.walk(here)) {
      return files.filter(Files::isRegularFile).filter(it -> holds(it, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
