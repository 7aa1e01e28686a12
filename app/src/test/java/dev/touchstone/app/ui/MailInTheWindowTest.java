package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.mail.template.Template;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.concurrent.Worker;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.Test;

final class MailInTheWindowTest extends WindowTest {

  @Test
  void pageOfATemplateRunsNothingAndLoadsNothing() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    elsewhere.start();
    try {
      String at = "http://127.0.0.1:%d/".formatted(elsewhere.getAddress().getPort());
      go(KeyCode.M);
      click("#segment-templates");
      awaitThat(() -> page() != null && isDrawn());
      awaitThat(() -> shell.lookup("#template-html") instanceof TextArea);
      String hostile =
          """
          <p id="told">{{code}}</p><script>document.title = 'ran'</script>
          <script src="%1$ss"></script><img src="%1$si"><img src=x onerror="location='%1$se'">
          <link rel=stylesheet href="%1$sl"><style>@import '%1$sc'; p { background: url(%1$su) }</style>
          <iframe src="%1$sf"></iframe><object data="%1$so"></object><embed src="%1$sm">
          <video src="%1$sv" autoplay></video><meta content=">" http-equiv="refresh" content="0;url=%1$sr">
          <base href="%1$sb"><body background="%1$sg"><svg><image href="%1$sh" /></svg><a href="%1$sa">x</a>
          """
              .formatted(at);
      robot.interact(() -> ((TextArea) shell.lookup("#template-html")).setText(hostile));
      awaitThat(() -> page() != null && isDrawn() && drawn().contains("1234 5678"));
      // whatever wanted to be loaded was asked for by now: another page is drawn behind it
      robot.interact(
          () -> ((TextArea) shell.lookup("#template-html")).setText("<p>{{code}} end</p>"));
      awaitThat(() -> isDrawn() && drawn().contains("5678 end"));
      assertThat(asked).isEmpty();
      assertThat(page().getEngine().isJavaScriptEnabled()).isFalse();
    } finally {
      elsewhere.stop(0);
    }
  }

  @Test
  void templateIsSavedByTheButtonAndBackAfterAQuestion() throws Exception {
    go(KeyCode.M);
    click("#segment-templates");
    awaitThat(() -> shell.lookup("#template-subject") != null && isDrawn());
    click("#template-subject");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("Hello");
    click("#save-template");
    awaitThat(() -> wiring.mail().templates().find("verify").edited().isPresent());
    assertThat(wiring.mail().templates().find("verify").template().subject()).isEqualTo("Hello");
    awaitThat(() -> !shell.lookup("#reset-template").isDisabled());
    click("#reset-template");
    awaitShown("#confirm");
    click("#confirm");
    awaitThat(() -> wiring.mail().templates().find("verify").edited().isEmpty());
    assertThat(wiring.mail().templates().find("verify").template())
        .isEqualTo(Template.of(MailKind.VERIFY));
  }

  @Test
  void browserIsNotMadeBeforeAPageIsShown() throws Exception {
    go(KeyCode.M);
    awaitThat(() -> shell.lookup(".empty-state") != null);
    assertThat(page()).isNull();
    click("#segment-queue");
    awaitShown("#mail-queue");
    click("#segment-mail_server");
    awaitShown("#check-mail");
    assertThat(page()).isNull();
  }

  private WebView page() {
    return (WebView) shell.lookup("#mail-page");
  }

  private boolean isDrawn() {
    return page() != null
        && page().getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED;
  }

  private String drawn() {
    var document = page().getEngine().getDocument();
    return document == null ? "" : document.getDocumentElement().getTextContent();
  }
}
