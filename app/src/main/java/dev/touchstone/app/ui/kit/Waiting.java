package dev.touchstone.app.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/** Something is under way, and this is what. */
public final class Waiting extends VBox {

  public Waiting(String what) {
    getStyleClass().add("waiting");
    setAlignment(Pos.CENTER);
    ProgressIndicator ring = new ProgressIndicator();
    ring.setMaxSize(36, 36);
    ring.setAccessibleText(what);
    getChildren().addAll(ring, Texts.muted(what));
  }
}
