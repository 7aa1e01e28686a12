package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.fixture.lab.Gesture;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.TouchWish;
import dev.touchstone.fixture.lab.TouchedBy;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The contact of a key: it lights up when the key waits, and a click is a touch. */
final class TouchPad extends HBox {

  private static final PseudoClass BLINKING = PseudoClass.getPseudoClass("blinking");

  private final Consumer<Gesture> gesture;
  private final Button disc = new Button();
  private final Region light = new Region();
  private final Label title = Texts.body("");
  private final Label caption = Texts.caption("");
  private final Button decline = new Button("Decline");
  private final HBox fingers = new HBox();
  private final CheckBox itself = new CheckBox("Touches itself");
  private final Animation blink;

  /**
   * @param gesture what the person does with the finger
   * @param touchedBy how the key is touched from now on
   */
  TouchPad(Consumer<Gesture> gesture, Consumer<TouchedBy> touchedBy) {
    this.gesture = gesture;
    getStyleClass().addAll("card", "touch-pad");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    light.getStyleClass().add("pad-light");
    disc.setId("lab-touch");
    disc.getStyleClass().add("pad-disc");
    disc.setGraphic(Icons.of(MaterialDesignF.FINGERPRINT));
    disc.setAccessibleText("Touch the key");
    disc.setOnAction(event -> gesture.accept(new Gesture.Touch()));
    StackPane pad = new StackPane(light, disc);
    pad.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    title.getStyleClass().add("panel-title");
    title.setId("lab-touch-words");
    decline.setId("lab-decline");
    decline.setOnAction(event -> gesture.accept(new Gesture.Decline()));
    fingers.getStyleClass().add("page-actions");
    VBox words = new VBox(title, caption, fingers);
    words.getStyleClass().add("cell-words");
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    itself.setId("lab-touches-itself");
    itself.setMinWidth(USE_PREF_SIZE);
    itself.setOnAction(
        event -> touchedBy.accept(itself.isSelected() ? TouchedBy.ITSELF : TouchedBy.PERSON));
    fingers.managedProperty().bind(fingers.visibleProperty());
    getChildren().addAll(pad, words, itself);
    blink = blink(light);
  }

  /** Shows whether the key waits, and for what. */
  void show(LabKey key) {
    boolean waits = key.waiting().isPresent();
    boolean usable = key.pluggedIn() && key.damage().isEmpty();
    pseudoClassStateChanged(BLINKING, waits);
    disc.setDisable(!usable);
    itself.setDisable(key.damage().isPresent());
    itself.setSelected(key.touchedBy() == TouchedBy.ITSELF);
    showGestures(key);
    if (waits) {
      title.setText("It blinks: touch it " + LabWords.purpose(key.waiting().get()));
      caption.setText("Click the contact, or decline.");
    } else if (!usable) {
      title.setText("No power");
      caption.setText("Plug the key in to use it.");
    } else {
      title.setText("Not waiting for a touch");
      caption.setText("The contact lights up when the key wants one.");
    }
    if (waits && getScene() != null && !getScene().getPreferences().isReducedMotion()) {
      blink.play();
    } else {
      blink.stop();
      light.setOpacity(waits ? 1 : 0);
    }
  }

  private void showGestures(LabKey key) {
    fingers.setVisible(key.waiting().isPresent());
    fingers.getChildren().clear();
    if (key.waiting().filter(TouchPad::readsFingers).isPresent()) {
      for (int number = 1; number <= 3; number++) {
        int finger = number;
        Button button = new Button("Finger " + number);
        button.setId("lab-finger-" + number);
        button.setOnAction(event -> gesture.accept(new Gesture.Finger(finger)));
        fingers.getChildren().add(button);
      }
      Button bad = new Button("Bad touch");
      bad.setId("lab-bad-finger");
      bad.setOnAction(event -> gesture.accept(new Gesture.BadFinger(1)));
      fingers.getChildren().add(bad);
    }
    fingers.getChildren().add(decline);
  }

  private static boolean readsFingers(TouchWish wish) {
    return switch (wish.purpose()) {
      case ENROL_FINGER, VERIFY -> true;
      case REGISTER, SIGN_IN, SELECT, RESET -> false;
    };
  }

  private static Animation blink(Region light) {
    FadeTransition fade = new FadeTransition(Duration.seconds(0.6), light);
    fade.setFromValue(1);
    fade.setToValue(0.25);
    fade.setAutoReverse(true);
    fade.setCycleCount(Animation.INDEFINITE);
    return fade;
  }
}
