package dev.touchstone.app.ui.mail;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.PinField;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.usecase.mail.MailUseCases.Overview;
import dev.touchstone.rp.mail.MailStep;
import dev.touchstone.rp.mail.smtp.MailCheck.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Which server carries mail, and a check of it that shows each step. */
final class MailServerPane extends StackPane {

  /** Passwords of some services are keys of seventy characters. */
  private static final int PASSWORD = 256;

  private static final List<MailStep> STEPS =
      List.of(
          MailStep.NAME,
          MailStep.CONNECTION,
          MailStep.TLS,
          MailStep.LOGIN,
          MailStep.SENDER,
          MailStep.RECIPIENT);

  private final MailServerViewModel model;
  private final Veil veil;
  private final PinField password = new PinField(PASSWORD);
  private final VBox told = new VBox();
  private final VBox now = new VBox();
  private final VBox steps = new VBox();
  private final Button check = new Button("Check the server");
  private final Button outbox = new Button("Use the folder instead");

  MailServerPane(MailServerViewModel model, Veil veil) {
    this.model = model;
    this.veil = veil;
    told.managedProperty().bind(told.visibleProperty());
    now.getStyleClass().add("card");
    now.setMinHeight(USE_PREF_SIZE);
    steps.getStyleClass().add("form-column");
    steps.setId("mail-steps");
    VBox column = new VBox(told, now, checks(), settings());
    column.getStyleClass().add("form-column");
    getChildren().add(Scroll.column(column, 760));
    model.overviewProperty().subscribe(this::showNow);
    model.findings().subscribe(this::showSteps);
    model.checkingProperty().subscribe(checking -> showSteps());
    model.newsProperty().subscribe(news -> tell());
    model.failureProperty().subscribe(failure -> tell());
    model.questionProperty().subscribe(this::ask);
  }

  private Form checks() {
    check.setId("check-mail");
    check.setOnAction(event -> model.check());
    return new Form(
        "Would it take mail?",
        Texts.muted("Step by step up to the point at which a mail would be sent; none is."),
        Form.field(
            "Recipient",
            Form.text("check-recipient", "somebody@example.org", model.recipientProperty()),
            "Whom the server is asked about; without one the check ends at the sender."),
        new HBox(check),
        steps);
  }

  private Form settings() {
    password.setId("mail-password");
    Button save = new Button("See what would change");
    save.setId("save-mail-server");
    save.getStyleClass().add("accent");
    save.setOnAction(event -> model.ask(password.take()));
    outbox.setId("mail-to-outbox");
    outbox.setOnAction(event -> model.askForOutbox());
    return new Form(
        "Mail server",
        Form.row(
            Form.field(
                "Host", Form.text("mail-host", "smtp.example.com", model.hostProperty()), ""),
            Form.field("Port", Form.text("mail-port", "the usual one", model.portProperty()), "")),
        Form.field(
            "Encryption",
            Form.choice(
                "mail-security", List.of("starttls", "tls", "none"), model.securityProperty()),
            "starttls is the usual; none takes a login only on this computer."),
        Form.row(
            Form.field(
                "User",
                Form.text("mail-user", "none", model.userProperty()),
                "Empty for no login."),
            Form.field(
                "Password",
                password,
                "Kept encrypted and never shown; empty leaves what is kept.")),
        Form.field(
            "Sender",
            Form.text("mail-sender", "Keys of Example <keys@example.com>", model.senderProperty()),
            ""),
        Form.flow(save, outbox));
  }

  private void showNow(Optional<Overview> overview) {
    boolean server = overview.flatMap(Overview::server).isPresent();
    check.setDisable(!server);
    outbox.setDisable(!server);
    overview.ifPresent(it -> {
      Facts facts = new Facts();
      facts.setId("mail-now");
      facts.add("Mail goes to", Texts.mono(it.destination()));
      it.server()
          .ifPresent(chosen -> {
            facts.add("Encryption", chosen.security().word());
            facts.add("Login", chosen.user().isEmpty() ? "none" : chosen.user());
            facts.add("Password", it.passwordKept() ? "kept, encrypted" : "none is kept");
            facts.add("Sender", chosen.sender().toString());
            facts.add(
                "Certificates",
                it.ownAuthority() ? "of your own authority" : "as Java trusts them");
          });
      now.getChildren().setAll(facts);
    });
  }

  private void showSteps() {
    List<Node> rows = new ArrayList<>();
    List<Finding> findings = model.findings();
    boolean checking = model.checkingProperty().get();
    if (checking || !findings.isEmpty()) {
      for (MailStep step : STEPS) {
        Optional<Finding> found = findings.stream().filter(it -> it.step() == step).findFirst();
        found.ifPresent(it ->
            rows.add(
                row(
                    it.passed() ? Tone.GOOD : Tone.BAD,
                    Texts.capital(step.title()),
                    it.sentence())));
      }
      if (checking) {
        rows.add(row(Tone.NEUTRAL, "Next", "Waiting for the server …"));
      }
    }
    check.setDisable(
        checking || model.overviewProperty().get().flatMap(Overview::server).isEmpty());
    steps.getChildren().setAll(rows);
  }

  private static HBox row(Tone tone, String step, String sentence) {
    VBox words = new VBox(Texts.body(step), Texts.caption(sentence));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox row = new HBox(Icons.of(tone.icon(), "panel-icon"), words);
    row.getStyleClass().addAll("mail-step", "head", tone.styleClass());
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private void tell() {
    told.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> told.getChildren().add(new AdvicePanel(advice)));
    String news = model.newsProperty().get();
    if (!news.isEmpty()) {
      told.getChildren().add(new Panel(Tone.GOOD, news));
    }
    told.setVisible(!told.getChildren().isEmpty());
  }

  private void ask(Optional<MailServerViewModel.Question> question) {
    if (question.isEmpty()) {
      veil.hide();
      return;
    }
    List<String> sentences = new ArrayList<>();
    String word;
    switch (question.get()) {
      case MailServerViewModel.Question.Choose(var server, boolean forgets) -> {
        word = "Use this server";
        sentences.add(
            "Mail goes by %s (%s), %s, from %s."
                .formatted(
                    server.place(),
                    server.security().word(),
                    server.user().isEmpty() ? "without a login" : "as " + server.user(),
                    server.sender()));
        if (forgets) {
          sentences.add(
              "The password that is kept is forgotten: it is for another server or user.");
        }
      }
      case MailServerViewModel.Question.ToOutbox(var before) -> {
        word = "Use the folder";
        sentences.add(
            "Mail goes into a folder; %s and its password are forgotten."
                .formatted(before.place()));
      }
    }
    new Confirmation("Change where mail goes?", sentences, word, model::confirm, model::keep)
        .ask(veil);
  }
}
