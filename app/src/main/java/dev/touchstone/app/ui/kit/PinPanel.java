package dev.touchstone.app.ui.kit;

import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Asks for a PIN in its place on the screen, and says beforehand what a wrong one would cost. */
public final class PinPanel extends VBox {

  private final Label reason = Texts.muted("");
  private final Label length = Texts.caption("");
  private final Label mistake = Texts.body("");
  private final Badge tries = new Badge("", Tone.NEUTRAL);
  private final PinField field = new PinField();
  private int minimumLength;

  /**
   * @param submit takes the PIN and destroys it after use
   */
  public PinPanel(Consumer<Pin> submit) {
    getStyleClass().add("pin-panel");
    setAlignment(Pos.CENTER);
    StackPane disc = new StackPane(Icons.of(MaterialDesignL.LOCK_OUTLINE));
    disc.getStyleClass().add("disc");
    disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label title = Texts.pageTitle("Enter the PIN");
    reason.setTextAlignment(TextAlignment.CENTER);
    reason.setMaxWidth(420);
    mistake.setId("pin-mistake");
    mistake.getStyleClass().add("mistake");
    mistake.setTextAlignment(TextAlignment.CENTER);
    mistake.managedProperty().bind(mistake.visibleProperty());
    tries.managedProperty().bind(tries.visibleProperty());
    field.setId("pin");
    field.setAccessibleText("PIN");
    field.setPromptText("PIN");
    HBox.setHgrow(field, Priority.ALWAYS);
    Button proceed = new Button("Continue");
    proceed.setId("pin-continue");
    proceed.getStyleClass().add("accent");
    proceed.setDefaultButton(true);
    proceed
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> field.codePointsProperty().get() < minimumLength,
                field.codePointsProperty()));
    proceed.setOnAction(event -> submit.accept(new Pin(field.take())));
    HBox line = new HBox(field, proceed);
    line.getStyleClass().add("pin-line");
    line.setMaxWidth(340);
    field.codePointsProperty().subscribe(typed -> showLength(typed.intValue()));
    length.setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(disc, title, reason, mistake, tries, line, length);
  }

  /** Starts anew with an empty field. */
  public void show(PinRequest request) {
    field.wipe();
    minimumLength = Math.max(request.minimumLength(), 1);
    reason.setText(request.reason());
    mistake.setText(request.lastMistake().map(PinRefused.Kind::sentence).orElse(""));
    mistake.setVisible(request.lastMistake().isPresent());
    tries.setVisible(request.triesLeft().isPresent());
    request.triesLeft().ifPresent(this::showTries);
    showLength(0);
    field.requestFocus();
  }

  /** Forgets what was typed; called when the panel goes away. */
  public void wipe() {
    field.wipe();
  }

  private void showTries(int left) {
    tries.setText(left == 1 ? "Last try: a wrong PIN locks the key" : left + " tries left");
    tries.getStyleClass().removeAll(Tone.NEUTRAL.styleClass(), Tone.BAD.styleClass());
    tries.getStyleClass().removeAll(Tone.WARNING.styleClass());
    Tone tone = left == 1 ? Tone.BAD : left <= 3 ? Tone.WARNING : Tone.NEUTRAL;
    tries.getStyleClass().add(tone.styleClass());
  }

  private void showLength(int typed) {
    int missing = minimumLength - typed;
    length.setText(
        missing > 0
            ? "At least %d characters, %d to go".formatted(minimumLength, missing)
            : "Long enough");
  }
}
