package dev.touchstone.app.ui.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.usecase.factor.ProveEmail.Wish;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.MailStep;
import dev.touchstone.rp.mail.smtp.MailCheck.Finding;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** View models on the real program, with neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class MailViewModelTest {

  @TempDir Path data;
  private Wiring wiring;
  private MailViewModel model;

  @BeforeEach
  void open() {
    wiring = new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system());
    model = MailViewModel.of(wiring, Background.inline());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void whatIsWrittenIsShownAsAMailAndSavedOnlyWhenItIsGood() throws Exception {
    TemplatesViewModel templates = model.templates();
    templates.refresh();
    assertThat(templates.changedProperty().get()).isFalse();
    templates.htmlProperty().set("<p>{{kode}}</p>");
    assertThat(templates.changedProperty().get()).isTrue();
    assertThat(templates.draftProperty().get().orElseThrow().findings())
        .anyMatch(it -> it.sentence().contains("{{kode}}"));
    templates.save();
    assertThat(wiring.mail().templates().find("verify").edited()).isEmpty();

    templates.htmlProperty().set("<p>{{code}} of {{service}}</p>");
    assertThat(templates.draftProperty().get().orElseThrow().sample().orElseThrow().html())
        .startsWith("<p>1234 5678 of ");
    templates.refresh();
    assertThat(templates.htmlProperty().get()).as("not saved yet").startsWith("<p>{{code}}");
    templates.save();
    assertThat(templates.newsProperty().get()).isNotEmpty();
    assertThat(templates.changedProperty().get()).isFalse();
    assertThat(wiring.mail().templates().find("verify").edited()).isPresent();

    templates.askToReset();
    assertThat(templates.askingToResetProperty().get()).isTrue();
    templates.reset();
    assertThat(wiring.mail().templates().find("verify").edited()).isEmpty();
    assertThat(templates.htmlProperty().get()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void mailOfTheQueueIsTriedAgainOrCancelledAfterAQuestionOnly() throws Exception {
    unreachable();
    begin("ada@example.org");
    model.queue().refresh();
    assertThat(model.queue().mails()).hasSize(1);
    assertThat(model.queue().countsProperty().get()).containsEntry(MailState.WAITING, 1L);
    model.queue().choose(model.queue().mails().getFirst());
    model.queue().askToRetry();
    assertThat(model.queue().mails().getFirst().attempts()).isEqualTo(1);
    model.queue().confirm();
    assertThat(model.queue().mails().getFirst().attempts()).isEqualTo(2);
    assertThat(model.queue().mails().getFirst().reply()).contains("connection");

    model.queue().askToDrop();
    model.queue().keep();
    assertThat(model.queue().mails()).hasSize(1);
    model.queue().askToDrop();
    model.queue().confirm();
    assertThat(model.queue().mails()).isEmpty();
    assertThat(model.queue().chosenProperty().get()).isEmpty();
    model.queue().stateProperty().set(Optional.of(MailState.FAILED));
    assertThat(model.queue().mails()).isEmpty();
  }

  @Test
  void serverIsChosenAfterAQuestionAndCheckedStepByStep() throws Exception {
    MailServerViewModel server = model.server();
    server.refresh();
    assertThat(server.overviewProperty().get().orElseThrow().server()).isEmpty();
    fill(server, "not a host!", "25");
    server.ask(new char[0]);
    assertThat(server.failureProperty().get().orElseThrow().happened()).contains("no name");
    fill(server, "127.0.0.1", "99999999");
    server.ask(new char[0]);
    assertThat(server.failureProperty().get().orElseThrow().happened()).contains("65535");

    fill(server, "127.0.0.1", "1");
    char[] typed = "correct horse".toCharArray();
    server.ask(typed);
    assertThat(wiring.mail().overview().server()).isEmpty();
    server.confirm();
    assertThat(typed).containsOnly('\0');
    assertThat(server.overviewProperty().get().orElseThrow().passwordKept()).isTrue();

    server.check();
    assertThat(server.findings())
        .extracting(Finding::step)
        .containsExactly(MailStep.NAME, MailStep.CONNECTION);
    assertThat(server.findings().getLast().passed()).isFalse();
    assertThat(server.checkingProperty().get()).isFalse();
    assertThat(server.findings().toString()).doesNotContain("horse");
  }

  @Test
  void personIsToldThatAPasswordOfAnotherServerIsForgotten() {
    MailServerViewModel server = model.server();
    fill(server, "127.0.0.1", "1");
    server.ask("correct horse".toCharArray());
    server.confirm();
    fill(server, "localhost", "1");
    server.ask(new char[0]);
    assertThat(server.questionProperty().get())
        .hasValueSatisfying(it ->
            assertThat(it)
                .isInstanceOfSatisfying(
                    MailServerViewModel.Question.Choose.class,
                    choose -> assertThat(choose.forgets()).isTrue()));
    server.keep();
    server.askForOutbox();
    server.confirm();
    assertThat(server.overviewProperty().get().orElseThrow().server()).isEmpty();
  }

  @Test
  void newestMailOfTheFolderIsReadFirstAndTheChosenOneStays() throws Exception {
    begin("ada@example.org");
    model.outbox().refresh();
    assertThat(model.outbox().chosenProperty().get().orElseThrow().to())
        .isEqualTo("ada@example.org");
    begin("grace@example.org");
    model.outbox().refresh();
    assertThat(model.outbox().mails()).hasSize(2);
    assertThat(model.outbox().chosenProperty().get().orElseThrow().to())
        .isEqualTo("ada@example.org");
    assertThat(model.outbox().folderProperty().get()).contains(data.resolve("outbox"));
  }

  private void begin(String address) throws Exception {
    var _ = wiring.proveEmail().begin(new Wish.NewAccount(address, ""));
  }

  private void unreachable() {
    fill(model.server(), "127.0.0.1", "1");
    model.server().ask(new char[0]);
    model.server().confirm();
  }

  private static void fill(MailServerViewModel server, String host, String port) {
    server.hostProperty().set(host);
    server.portProperty().set(port);
    server.securityProperty().set("none");
    server.userProperty().set("keys");
    server.senderProperty().set("Keys <keys@example.com>");
  }
}
