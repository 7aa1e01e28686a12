package dev.touchstone.app.ui.kit;

import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.ScaleTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/**
 * Asks for a touch, large and calm. Its ring breathes, unless the system asks for less motion or
 * the prompt is not on the screen.
 */
public final class TouchPrompt extends VBox {

  private final Label text = Texts.muted("");
  private final Button finger = new Button("Touch the key");

  /**
   * @param touch what the button does where the key has no contact of its own to touch
   */
  public TouchPrompt(Runnable touch) {
    getStyleClass().add("touch-prompt");
    setAlignment(Pos.CENTER);
    Label title = Texts.pageTitle("Touch your key");
    title.setTextAlignment(TextAlignment.CENTER);
    text.setTextAlignment(TextAlignment.CENTER);
    text.setMaxWidth(420);
    finger.getStyleClass().addAll("accent", "large");
    finger.setGraphic(Icons.of(MaterialDesignF.FINGERPRINT));
    finger.setDefaultButton(true);
    finger.setId("touch-the-key");
    finger.managedProperty().bind(finger.visibleProperty());
    finger.setOnAction(event -> touch.run());
    getChildren().addAll(disc(), title, text, finger);
  }

  /** Says which key waits; a virtual one gets a button to touch it with. */
  public void show(String keyName, boolean virtual) {
    text.setText(
        virtual
            ? keyName + " waits for you. It has no contact of its own: press the button instead."
            : keyName + " is blinking. Touch its contact to go on.");
    finger.setVisible(virtual);
    if (virtual) {
      finger.requestFocus();
    }
  }

  private static StackPane disc() {
    Region ring = new Region();
    ring.getStyleClass().add("touch-ring");
    StackPane core = new StackPane(Icons.of(MaterialDesignF.FINGERPRINT));
    core.getStyleClass().add("touch-core");
    core.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane disc = new StackPane(ring, core);
    disc.getStyleClass().add("touch-disc");
    disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Animation breath = breath(ring);
    disc.sceneProperty()
        .subscribe(scene -> {
          if (scene != null && !scene.getPreferences().isReducedMotion()) {
            breath.play();
          } else {
            breath.stop();
          }
        });
    return disc;
  }

  private static Animation breath(Region ring) {
    ScaleTransition scale = new ScaleTransition(Duration.seconds(1.6), ring);
    scale.setFromX(0.86);
    scale.setFromY(0.86);
    scale.setToX(1);
    scale.setToY(1);
    FadeTransition fade = new FadeTransition(Duration.seconds(1.6), ring);
    fade.setFromValue(0.9);
    fade.setToValue(0.35);
    scale.setInterpolator(Interpolator.EASE_BOTH);
    fade.setInterpolator(Interpolator.EASE_BOTH);
    ParallelTransition breath = new ParallelTransition(scale, fade);
    breath.setAutoReverse(true);
    breath.setCycleCount(Animation.INDEFINITE);
    return breath;
  }
}
