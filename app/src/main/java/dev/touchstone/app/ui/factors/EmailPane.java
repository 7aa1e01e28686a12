package dev.touchstone.app.ui.factors;

import dev.touchstone.app.ui.factors.EmailViewModel.Phase;
import dev.touchstone.app.ui.factors.EmailViewModel.Purpose;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.usecase.factor.ProveEmail.Wish;
import dev.touchstone.rp.account.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A code by mail, from the address to what follows from it: three small forms one after another.
 */
final class EmailPane extends StackPane {

  private final EmailViewModel model;
  private final Runnable readMail;
  private final Consumer<User> registerPasskey;
  private final VBox told = new VBox();
  private final VBox step = new VBox();

  /**
   * @param readMail shows the mail that was sent
   * @param registerPasskey goes where a passkey is registered
   */
  EmailPane(EmailViewModel model, Runnable readMail, Consumer<User> registerPasskey) {
    this.model = model;
    this.readMail = readMail;
    this.registerPasskey = registerPasskey;
    Segments<Purpose> purposes =
        new Segments<>(
            "What for",
            List.of(Purpose.values()),
            model.purposeProperty().get(),
            EmailPane::word,
            model.purposeProperty()::set);
    told.managedProperty().bind(told.visibleProperty());
    VBox column = new VBox(purposes, told, step);
    column.getStyleClass().add("form-column");
    getChildren().add(Scroll.column(column, 620));
    model.phaseProperty().subscribe(phase -> show());
    model.purposeProperty().subscribe(purpose -> show());
    model
        .failureProperty()
        .subscribe(failure -> {
          told.getChildren().setAll(failure.map(AdvicePanel::new).stream().toList());
          told.setVisible(failure.isPresent());
        });
    step.disableProperty().bind(model.workingProperty());
  }

  private static String word(Purpose purpose) {
    return switch (purpose) {
      case NEW_ACCOUNT -> "New account";
      case CHANGE -> "Another address";
      case RECOVERY -> "Lost passkey";
    };
  }

  private void show() {
    step.getChildren()
        .setAll(
            switch (model.phaseProperty().get()) {
              case Phase.Asking() -> ask();
              case Phase.Sent(Wish wish, Optional<String> undelivered) -> code(wish, undelivered);
              case Phase.Proved(Wish wish, User user) -> proved(wish, user);
            });
  }

  private Form ask() {
    Button send = go("send-code", "Send a code");
    send.setOnAction(event -> model.send());
    Node address =
        Form.field(
            model.purposeProperty().get() == Purpose.CHANGE ? "New address" : "E-mail address",
            Form.text("code-email", "ada@example.org", model.emailProperty()),
            "");
    return switch (model.purposeProperty().get()) {
      case NEW_ACCOUNT ->
          new Form(
              "A new account by its address",
              Texts.muted(
                  "A code is sent there. Whoever has it gets the account, and registers a passkey;"
                      + " from then on only the passkey signs in."),
              address,
              Form.field(
                  "Display name",
                  Form.text("code-display-name", "Ada Lovelace", model.displayNameProperty()),
                  "May stay empty."),
              new StackPane(send));
      case CHANGE ->
          new Form(
              "Another address of an account",
              Texts.muted(
                  "A code goes to the new address, and one to the old if that was verified; both"
                      + " are needed. Or the own address, to verify it."),
              Form.field("User", Form.text("code-user", "ada", model.userProperty()), ""),
              address,
              new StackPane(send));
      case RECOVERY ->
          new Form(
              "Back into an account",
              Texts.muted(
                  "A code is sent to a verified address. Who has a device for one-time passwords"
                      + " needs its code, or a recovery code, as well."),
              address,
              new StackPane(send));
    };
  }

  private Form code(Wish wish, Optional<String> undelivered) {
    Button mail = new Button("Read the mail");
    mail.setId("read-mail");
    mail.setOnAction(event -> readMail.run());
    Button other = new Button("Send another code");
    other.setId("send-again");
    other.setOnAction(event -> model.send());
    Button back = new Button("Another address");
    back.setId("email-again");
    back.setOnAction(event -> model.again());
    Button prove = go("prove-code", "Accept");
    prove.setOnAction(event -> model.prove());
    Form form =
        new Form(
            "The code in the mail",
            Texts.body(
                "If %s may have a code, it was sent. It is good for five minutes, and once."
                    .formatted(wish.email())));
    undelivered.ifPresent(why ->
        form.getChildren()
            .add(new Panel(Tone.WARNING, "No mail can be sent at the moment.", Texts.body(why))));
    form.getChildren()
        .add(Form.field("Code", Form.text("code", "1234 5678", model.codeProperty()), ""));
    switch (wish) {
      case Wish.NewAccount _ -> {
        // one code is enough
      }
      case Wish.Change _ ->
          form.getChildren()
              .add(
                  Form.field(
                      "Code of the old address",
                      Form.text("old-code", "1234 5678", model.oldCodeProperty()),
                      "Empty if the old address was not verified."));
      case Wish.Recovery _ ->
          form.getChildren()
              .add(
                  Form.field(
                      "One-time password or recovery code",
                      Form.text("second-code", "", model.secondProperty()),
                      "Empty if the account has no device."));
    }
    form.getChildren().add(Form.flow(prove, mail, other, back));
    return form;
  }

  private Form proved(Wish wish, User user) {
    String address = user.profile().email().orElse(wish.email());
    String sentence =
        switch (wish) {
          case Wish.NewAccount _ ->
              "%s has an account, and the address is verified.".formatted(address);
          case Wish.Change _ ->
              "The address of %s is %s now, and verified.".formatted(user.name(), address);
          case Wish.Recovery _ -> "%s proved who they are.".formatted(user.name());
        };
    Button passkey = go("register-passkey", "Register a passkey");
    passkey.setOnAction(event -> registerPasskey.accept(user));
    Button again = new Button("Done");
    again.setId("email-again");
    again.setOnAction(event -> model.again());
    Panel panel = new Panel(Tone.GOOD, sentence);
    panel.setId("email-proved");
    return switch (wish) {
      case Wish.NewAccount _, Wish.Recovery _ ->
          new Form(
              "Accepted",
              panel,
              Texts.body("What is missing is a passkey; without one nobody can sign in here."),
              Form.flow(passkey, again));
      case Wish.Change _ -> new Form("Accepted", panel, Form.flow(again));
    };
  }

  private static Button go(String id, String words) {
    Button go = new Button(words);
    go.setId(id);
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    StackPane.setAlignment(go, javafx.geometry.Pos.CENTER_LEFT);
    return go;
  }
}
