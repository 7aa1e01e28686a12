package dev.touchstone.app.ui.requests;

import dev.touchstone.app.jwt.Forgery;
import dev.touchstone.app.jwt.JwtCheck;
import dev.touchstone.app.jwt.JwtVerification;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.CopyButton;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** A token goes in above; it is verified, changed, and signed again, well or badly. */
final class WorkbenchPane extends StackPane {

  private static final String PROPERLY = "as one should";

  private final WorkbenchViewModel model;
  private final VBox outcome = new VBox(8);
  private final VBox signed = new VBox(8);
  private final VBox failure = new VBox();

  WorkbenchPane(WorkbenchViewModel model, FileChoice files) {
    this.model = model;
    VBox all = new VBox(16);
    all.getChildren()
        .addAll(
            Form.field(
                "Token",
                area("jwt-token", "eyJ…", 4, model.tokenProperty()),
                "Nothing of it is kept or sent anywhere."),
            failure,
            key(files),
            verify(),
            Form.row(
                Form.field("Header", area("jwt-header", "{}", 9, model.headerProperty()), ""),
                Form.field("Claims", area("jwt-claims", "{}", 9, model.claimsProperty()), "")),
            sign());
    model.failureProperty().subscribe(this::showFailure);
    model.verificationProperty().subscribe(this::showOutcome);
    model.signedProperty().subscribe(this::showSigned);
    getChildren().add(Scroll.column(all, 960));
  }

  private static TextArea area(String id, String prompt, int rows, StringProperty text) {
    TextArea area = new LongText();
    area.setId(id);
    area.getStyleClass().add("mono");
    area.setPromptText(prompt);
    area.setWrapText(true);
    area.setPrefRowCount(rows);
    area.textProperty().bindBidirectional(text);
    return area;
  }

  private javafx.scene.layout.Region key(FileChoice files) {
    TextField place =
        Form.text(
            "jwt-key", "key.pem or https://host/.well-known/jwks.json", model.keyPlaceProperty());
    place.setAccessibleText("Key");
    HBox.setHgrow(place, Priority.ALWAYS);
    Button open = new Button("", Icons.of(MaterialDesignF.FOLDER_OPEN_OUTLINE));
    open.setId("jwt-open");
    open.setAccessibleText("Choose the file of a key");
    open.setOnAction(event ->
        files
            .choose(getScene().getWindow())
            .ifPresent(it -> model.keyPlaceProperty().set(it.toString())));
    Label name = new Label("Key: a file or an address, PEM or JWK");
    name.getStyleClass().add("field-name");
    name.setLabelFor(place);
    VBox left = new VBox(name, new HBox(8, place, open));
    left.getStyleClass().add("field");
    PasswordField secret = new PasswordField();
    secret.setId("jwt-secret");
    secret.textProperty().bindBidirectional(model.secretProperty());
    return Form.row(left, Form.field("Or the secret of HMAC", secret, ""));
  }

  private VBox verify() {
    Button verify = new Button("Verify");
    verify.setId("jwt-verify");
    verify.disableProperty().bind(model.tokenProperty().isEmpty());
    verify.setOnAction(event -> model.verify());
    return new VBox(8, verify, outcome);
  }

  private VBox sign() {
    ComboBox<String> how = new ComboBox<>();
    how.setId("jwt-forge");
    how.setAccessibleText("How to sign");
    how.getItems().add(PROPERLY);
    Arrays.stream(Forgery.values()).forEach(it -> how.getItems().add(words(it)));
    how.setValue(PROPERLY);
    how.setMinWidth(120);
    how.setPrefWidth(460);
    how.valueProperty().subscribe(word -> model.forgeryProperty().set(forgery(word)));
    Button sign = new Button("Sign");
    sign.setId("jwt-sign");
    sign.getStyleClass().add("accent");
    sign.setMinWidth(USE_PREF_SIZE);
    sign.setOnAction(event -> model.sign());
    HBox line = new HBox(8, how, sign);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(
        8,
        Texts.sectionTitle("Sign header and claims as they stand"),
        line,
        Texts.caption(
            "Without a key one is made for the occasion. The bad ways are for servers of your"
                + " own."),
        signed);
  }

  private static String words(Forgery forgery) {
    return "badly: " + forgery.sentence();
  }

  private static Optional<Forgery> forgery(String word) {
    return Arrays.stream(Forgery.values()).filter(it -> words(it).equals(word)).findFirst();
  }

  private void showFailure(Optional<dev.touchstone.app.advice.Advice> advice) {
    failure.getChildren().setAll(advice.map(AdvicePanel::new).stream().toList());
    failure.setManaged(advice.isPresent());
  }

  private void showOutcome(Optional<JwtVerification> verification) {
    outcome.getChildren().clear();
    if (verification.isEmpty()) {
      return;
    }
    boolean accepted = verification.get().accepted();
    VBox lines = new VBox(4);
    verification.get().checks().forEach(it -> lines.getChildren().add(line(it)));
    Panel panel =
        new Panel(
            accepted ? Tone.GOOD : Tone.BAD,
            accepted ? "Nothing speaks against it" : "It is not to be accepted",
            lines);
    panel.setId("jwt-outcome");
    outcome.getChildren().add(panel);
  }

  private static Label line(JwtCheck check) {
    String mark =
        switch (check.outcome()) {
          case PASSED -> "✓";
          case FAILED -> "✗";
          case NOT_CHECKED -> "·";
        };
    return Texts.body("%s  %s: %s".formatted(mark, check.name(), check.sentence()));
  }

  private void showSigned(String compact) {
    signed.getChildren().clear();
    if (!compact.isEmpty()) {
      Label token = Texts.mono(compact);
      token.setId("jwt-signed");
      HBox.setHgrow(token, Priority.ALWAYS);
      token.setMaxWidth(Double.MAX_VALUE);
      signed
          .getChildren()
          .setAll(List.of(new HBox(8, token, new CopyButton("the token", () -> compact))));
    }
  }
}
