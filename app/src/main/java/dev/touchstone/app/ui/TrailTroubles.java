package dev.touchstone.app.ui;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.usecase.audit.TrailWriter;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Above every screen: what was done to a key and could not be written to the audit trail. */
final class TrailTroubles extends VBox {

  TrailTroubles(TrailWriter trail, Background background) {
    setId("trail-troubles");
    getStyleClass().add("trail-troubles");
    setMinHeight(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    trail.tell(advice -> background.onWindow(() -> show(advice)));
  }

  /** The last one stands for all: they have the same cause. */
  private void show(Advice advice) {
    Button close = new Button("Close");
    close.setId("close-trail-trouble");
    close.setOnAction(event -> setVisible(false));
    getChildren().setAll(new AdvicePanel(advice, close));
    setVisible(true);
  }
}
