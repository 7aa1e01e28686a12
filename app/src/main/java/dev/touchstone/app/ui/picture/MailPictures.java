package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.factor.ProveEmail.Wish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.concurrent.Worker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.web.WebView;

/** Pictures of mail: the folder, the queue with a server that is down, words, settings. */
final class MailPictures {

  /** From the name of the server to the recipient. */
  private static final int STEPS = 6;

  private final UseCases useCases;
  private final Camera camera;

  MailPictures(UseCases useCases, Camera camera) {
    this.useCases = useCases;
    this.camera = camera;
  }

  void take() throws IOException, Failure {
    send("grace@touchstone.example");
    send("maximiliane.theodora.von.hohenstein-rothenburg@department.example");
    send("ada@touchstone.example");
    camera.go(Screen.MAIL);
    camera.press("refresh-mail");
    camera.await(
        "mail",
        () ->
            camera.shell().lookup("#outbox-list") instanceof TableView<?> table
                && table.getItems().size() >= 3);
    camera.take("mail-outbox");
    camera.press("segment-page");
    awaitPage();
    camera.take("mail-outbox-page");
    camera.press("segment-text");
    templates();
    server();
    queue();
    useCases.mail().forgetServer();
  }

  private void send(String address) throws Failure {
    var _ = useCases.proveEmail().begin(new Wish.NewAccount(address, ""));
  }

  private void templates() throws IOException {
    camera.press("segment-templates");
    awaitPage();
    camera.take("mail-templates");
    String before = text("template-html");
    camera.type(
        "template-html",
        before.replace(
            "<p class=\"code\">{{code}}</p>",
            "<p class=\"code\">{{kode}}</p><img src=\"https://example.com/logo.png\">"));
    camera.await("what is wrong", () -> camera.shell().lookup("#template-told .panel") != null);
    camera.take("mail-templates-refused");
    camera.press("discard-template");
  }

  private void server() throws IOException {
    camera.press("segment-mail_server");
    camera.type("mail-host", "127.0.0.1");
    camera.type("mail-port", "1");
    camera.type("mail-sender", "Keys of Touchstone <keys@touchstone.example>");
    camera.with("mail-security", ComboBox.class, box -> box.getSelectionModel().select(2));
    camera.press("save-mail-server");
    camera.awaitShown("confirm");
    camera.take("mail-server-preview");
    camera.press("confirm");
    camera.await("the server", () -> !camera.shell().lookup("#check-mail").isDisabled());
    camera.press("check-mail");
    camera.await("the step", () -> camera.shell().lookup(".mail-step.bad") != null);
    camera.take("mail-server-check");
    try (WillingMailServer willing = WillingMailServer.start()) {
      camera.type("mail-port", String.valueOf(willing.port()));
      camera.type("check-recipient", "ada@touchstone.example");
      camera.press("save-mail-server");
      camera.press("confirm");
      String there = "Mail goes to 127.0.0.1:" + willing.port();
      camera.await("the news", () -> isTold(there));
      camera.press("check-mail");
      camera.await(
          "the step that is the last",
          () -> camera.shell().lookupAll(".mail-step.good").size() >= STEPS);
      camera.take("mail-server-checked");
    }
  }

  private boolean isTold(String words) {
    return camera.shell().lookupAll(".panel.good .panel-title").stream()
        .anyMatch(it -> it instanceof Label label && label.getText().startsWith(words));
  }

  private void queue() throws IOException, Failure {
    send("linus@touchstone.example");
    camera.press("refresh-mail");
    camera.press("segment-queue");
    camera.await(
        "the newest",
        () ->
            camera.shell().lookup("#mail-queue") instanceof TableView<?> table
                && table.getItems().size() >= 4);
    camera.with("mail-queue", TableView.class, table -> table.getSelectionModel().select(0));
    camera.awaitShown("queued-mail");
    camera.take("mail-queue");
    camera.press("drop-mail");
    camera.awaitShown("confirm");
    camera.take("mail-queue-cancel");
    camera.press("confirm");
    camera.await("no question", () -> camera.shell().lookup("#confirm") == null);
    camera.press("segment-outbox");
  }

  private void awaitPage() {
    camera.await(
        "the page",
        () ->
            camera.shell().lookup("#mail-page") instanceof WebView page
                && page.getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED);
    camera.settle();
    camera.settle();
  }

  private String text(String id) {
    List<String> found = new ArrayList<>();
    camera.with(id, TextArea.class, area -> found.add(area.getText()));
    return found.getFirst();
  }
}
