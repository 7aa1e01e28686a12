package dev.touchstone.app.ui.register;

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
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.register.RegisterViewModel.Algorithm;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Arrays;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/** The form of a registration, then the ceremony in its place. */
public final class RegisterView extends StackPane implements Landing {

  private final RegisterViewModel model;
  private final Page page =
      new Page("Register", "Put a new credential on a key and see every step of its verification.");
  private final CeremonyView ceremony;
  private final Node form;
  private final TextField user;

  public RegisterView(RegisterViewModel model, ObservableList<KeyDevice> keys, Moments moments) {
    this.model = model;
    this.ceremony = new CeremonyView(model.ceremony(), moments, model::start);
    this.user = Form.text("user", "ada", model.userProperty());
    this.form = form(keys);
    getChildren().add(page);
    model.ceremony().phaseProperty().subscribe(this::showPhase);
  }

  @Override
  public void land() {
    model.party().refresh();
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
    Button start = new Button("Register", Icons.of(MaterialDesignK.KEY_PLUS));
    start.setId("start-register");
    start.getStyleClass().addAll("accent", "large");
    start.setDefaultButton(true);
    start.disableProperty().bind(model.ready().not());
    start.setOnAction(event -> model.start());
    VBox column =
        new VBox(
            who(keys),
            wishes(),
            new Disclosure("register-more", "Algorithms and extensions", more()),
            new HBox(start));
    column.getStyleClass().add("form-column");
    return Scroll.column(column, 720);
  }

  private Form who(ObservableList<KeyDevice> keys) {
    return new Form(
        "Who and where",
        new PartyField(model.party()),
        Form.row(
            Form.field("User", user, "Made if there is none of this name."),
            Form.field(
                "Display name",
                Form.text("display-name", "Ada Lovelace", model.displayNameProperty()),
                "Optional, for people to read.")),
        Form.row(
            Form.field("Key", new KeyChoice(keys, model.keyProperty()), ""),
            Form.field("Label", Form.text("label", "blue key", model.labelProperty()), "")));
  }

  private Form wishes() {
    return new Form(
        "What to ask for",
        Form.row(
            Form.field(
                "User verification",
                Form.choice(
                    "user-verification",
                    RegisterViewModel.REQUIREMENTS,
                    model.userVerificationProperty()),
                "Whether the PIN is asked for."),
            Form.field(
                "Resident key",
                Form.choice(
                    "resident-key", RegisterViewModel.REQUIREMENTS, model.residentKeyProperty()),
                "Whether the key remembers the user.")),
        Form.row(
            Form.field(
                "Attestation",
                Form.choice(
                    "attestation", RegisterViewModel.ATTESTATIONS, model.attestationProperty()),
                "Whether the key proves its make."),
            Form.field(
                "Hint",
                Form.choice("hint", RegisterViewModel.HINTS, model.hintProperty()),
                "Which kind of authenticator is expected.")));
  }

  private Node more() {
    VBox more =
        new VBox(
            Texts.caption("Algorithms; the relying party's own list if none is chosen"),
            Form.flow(
                Arrays.stream(Algorithm.values()).map(this::algorithm).toArray(CheckBox[]::new)),
            Form.field(
                "Credential protection (credProtect)",
                Form.choice(
                    "cred-protect", RegisterViewModel.PROTECTIONS, model.credProtectProperty()),
                ""),
            Texts.caption("Other extensions"),
            Form.check(
                "cred-props",
                "credProps: tell whether the credential is discoverable",
                model.credPropsProperty()),
            Form.check(
                "prf", "prf (hmac-secret): let the credential derive secrets", model.prfProperty()),
            Form.check(
                "min-pin-length",
                "minPinLength: tell the least PIN length",
                model.minPinLengthProperty()),
            Form.check(
                "large-blob",
                "largeBlob: room for data beside the credential",
                model.largeBlobProperty()));
    more.getStyleClass().add("more");
    return more;
  }

  private CheckBox algorithm(Algorithm algorithm) {
    return Form.check(
        "algorithm-" + algorithm.text(), algorithm.text(), model.algorithmProperty(algorithm));
  }
}
