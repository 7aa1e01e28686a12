package dev.touchstone.app.ui;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A dark stone with the streak that gold leaves on it. */
final class Logo extends StackPane {

  Logo() {
    getStyleClass().add("logo");
    Region streak = new Region();
    streak.getStyleClass().add("streak");
    streak.setRotate(-38);
    streak.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Region second = new Region();
    second.getStyleClass().addAll("streak", "second");
    second.setRotate(-38);
    second.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    second.setTranslateX(4);
    second.setTranslateY(5);
    getChildren().addAll(streak, second);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }
}
