package dev.touchstone.app.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.servers.RemoteServersViewModel.Look;
import dev.touchstone.app.ui.servers.RemoteServersViewModel.Question;
import dev.touchstone.app.usecase.serve.ServeHttp.Running;
import dev.touchstone.app.usecase.serve.ServeWish;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of servers on the real file, and a real server that is asked. */
@SuppressWarnings("NullAway.Init") // set before each test
final class RemoteServersViewModelTest {

  private static final String PIN = "ab".repeat(32);

  @TempDir Path data;
  private Wiring wiring;
  private RemoteServersViewModel model;

  @BeforeEach
  void open() {
    wiring = new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system());
    model = new RemoteServersViewModel(wiring.remote(), Background.inline());
    model.refresh();
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void whatIsAddedIsKeptAndChosen() throws Exception {
    type("production", "https://keys.example.org");
    model.form().pinProperty().set("AB:".repeat(31) + "AB");
    model.form().originProperty().set(" https://login.example.org ");
    model.add();

    RemoteServer kept = wiring.remote().list().getFirst();
    assertThat(kept.pin()).contains(PIN);
    assertThat(kept.origin()).contains("https://login.example.org");
    assertThat(model.servers()).containsExactly(kept);
    assertThat(model.chosenProperty().get()).contains(kept);
    assertThat(model.form().nameProperty().get()).isEmpty();
  }

  @Test
  void whatTheTerminalRefusesIsRefusedHereAndStaysTyped() throws Exception {
    for (List<String> wrong :
        List.of(
            List.of("production", "keys.example.org", ""),
            List.of("production", "http://keys.example.org", ""),
            List.of("https://name", "https://keys.example.org", ""),
            List.of("production", "https://keys.example.org", "abc"))) {
      type(wrong.get(0), wrong.get(1));
      model.form().pinProperty().set(wrong.get(2));
      model.add();
      assertThat(model.failureProperty().get()).as("%s", wrong).isPresent();
      assertThat(model.form().addressProperty().get()).isEqualTo(wrong.get(1));
    }
    assertThat(wiring.remote().list()).isEmpty();
  }

  @Test
  void anotherServerOfTheNameIsReplacedAfterAQuestionOnly() throws Exception {
    add("production", "https://old.example.org");
    add("production", "https://new.example.org");
    assertThat(model.questionProperty().get().orElseThrow()).isInstanceOf(Question.Replace.class);
    model.leave();
    assertThat(addresses()).containsExactly("https://old.example.org");

    model.add();
    model.confirm();
    assertThat(addresses()).containsExactly("https://new.example.org");
  }

  @Test
  void removingAsksFirst() throws Exception {
    add("production", "https://keys.example.org");
    model.askToRemove();
    model.leave();
    model.confirm();
    assertThat(addresses()).hasSize(1);

    model.askToRemove();
    model.confirm();
    assertThat(addresses()).isEmpty();
    assertThat(model.servers()).isEmpty();
    assertThat(model.chosenProperty().get()).isEmpty();
  }

  @Test
  void aServerThatAnswersIsToldAndOneThatDoesNotGivesAdvice() throws Exception {
    try (Running running =
        wiring.serveHttp().run(new ServeWish("127.0.0.1", 0, false, List.of(), Optional.empty()))) {
      add("here", running.url());
      model.check();
      assertThat(model.lookProperty().get())
          .isInstanceOfSatisfying(
              Look.Seen.class,
              it -> {
                assertThat(it.found().touchstone()).isTrue();
                assertThat(it.found().certificate()).isEmpty();
                assertThat(it.found().complaint()).isEmpty();
              });
    }
    model.check();
    assertThat(model.lookProperty().get())
        .isInstanceOfSatisfying(
            Look.Seen.class, it -> assertThat(it.found().complaint()).isNotEmpty());

    add("tls", addresses().getFirst().replace("http:", "https:"));
    model.check();
    assertThat(model.lookProperty().get()).isInstanceOf(Look.Failed.class);
  }

  @Test
  void anAnswerAboutAServerThatIsNoLongerChosenIsNotShown() throws Exception {
    List<Runnable> work = new ArrayList<>();
    RemoteServersViewModel slow =
        new RemoteServersViewModel(wiring.remote(), new Background(work::add, Runnable::run));
    RemoteServer nobody =
        wiring.remote().find("http://127.0.0.1:9", RemoteServer.Api.TOUCHSTONE, Optional.empty());
    slow.chosenProperty().set(Optional.of(nobody));
    slow.check();
    assertThat(slow.lookProperty().get()).isEqualTo(new Look.Looking());
    slow.chosenProperty().set(Optional.empty());
    work.forEach(Runnable::run);

    assertThat(slow.lookProperty().get()).isEqualTo(new Look.NotAsked());
  }

  private void add(String name, String address) {
    type(name, address);
    model.add();
  }

  private void type(String name, String address) {
    model.form().nameProperty().set(name);
    model.form().addressProperty().set(address);
  }

  private List<String> addresses() throws Exception {
    return wiring.remote().list().stream().map(it -> it.address().toString()).toList();
  }
}
