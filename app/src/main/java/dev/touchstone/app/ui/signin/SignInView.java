package dev.touchstone.app.ui.signin;

import dev.touchstone.app.ui.ceremony.CeremonyView;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.ceremony.PartyField;
import dev.touchstone.app.ui.kit.Disclosure;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.KeyChoice;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.key.transport.KeyDevice;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The form of a sign-in, then the ceremony in its place. */
public final class SignInView extends StackPane implements Landing {

  private final SignInViewModel model;
  private final Page page =
      new Page("Sign in", "Use a credential and see every step of its verification.");
  private final CeremonyView ceremony;
  private final Node form;
  private final ComboBox<String> user;

  public SignInView(SignInViewModel model, ObservableList<KeyDevice> keys, Moments moments) {
    this.model = model;
    this.ceremony = new CeremonyView(model.ceremony(), moments, model::start);
    this.user = user();
    this.form = form(keys);
    getChildren().add(page);
    model.ceremony().phaseProperty().subscribe(this::showPhase);
  }

  @Override
  public void land() {
    model.party().refresh();
    model.refresh();
    Focus.on(user);
  }

  private void showPhase(Phase phase) {
    boolean idle = phase instanceof Phase.Idle;
    page.show(idle ? form : ceremony);
    if (idle) {
      Focus.on(user);
    }
  }

  private Node form(ObservableList<KeyDevice> keys) {
    Button start = new Button("Sign in", Icons.of(MaterialDesignL.LOGIN_VARIANT));
    start.setId("start-sign-in");
    start.getStyleClass().addAll("accent", "large");
    start.setDefaultButton(true);
    start.disableProperty().bind(model.ready().not());
    start.setOnAction(event -> model.start());
    VBox column =
        new VBox(
            who(keys),
            wishes(),
            new Disclosure("sign-in-more", "Extensions", more()),
            new HBox(start));
    column.getStyleClass().add("form-column");
    return Scroll.column(column, 720);
  }

  private ComboBox<String> user() {
    ComboBox<String> user = new ComboBox<>(model.users());
    user.setId("sign-in-user");
    user.setEditable(true);
    user.setPromptText("ada");
    user.getEditor().textProperty().bindBidirectional(model.userProperty());
    user.disableProperty().bind(model.namelessProperty());
    return user;
  }

  private Form who(ObservableList<KeyDevice> keys) {
    return new Form(
        "Who and where",
        new PartyField(model.party()),
        Form.row(
            Form.field("User", user, ""),
            Form.field("Key", new KeyChoice(keys, model.keyProperty()), "")),
        Form.check(
            "nameless",
            "Let the key say who I am (discoverable credential, no user name)",
            model.namelessProperty()));
  }

  private Form wishes() {
    return new Form(
        "What to ask for",
        Form.row(
            Form.field(
                "User verification",
                Form.choice(
                    "user-verification",
                    SignInViewModel.REQUIREMENTS,
                    model.userVerificationProperty()),
                "Whether the PIN is asked for."),
            Form.field(
                "Hint",
                Form.choice("hint", SignInViewModel.HINTS, model.hintProperty()),
                "Which kind of authenticator is expected.")));
  }

  private Node more() {
    VBox more =
        new VBox(
            Form.field(
                "prf (hmac-secret)",
                Form.text("prf-salt", "any text", model.prfSaltProperty()),
                "The key derives a secret from this text. The secret itself is never shown."),
            Form.check(
                "large-blob",
                "largeBlob: read the data beside the credential",
                model.largeBlobProperty()));
    more.getStyleClass().add("more");
    return more;
  }
}
