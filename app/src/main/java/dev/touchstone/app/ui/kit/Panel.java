package dev.touchstone.app.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A coloured strip with an icon that says one thing: a warning, a hint, a failure. */
public final class Panel extends HBox {

  public Panel(Tone tone, String title, Node... content) {
    getStyleClass().addAll("panel", tone.styleClass());
    VBox words = new VBox();
    words.getStyleClass().add("panel-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!title.isEmpty()) {
      Label heading = Texts.body(title);
      heading.getStyleClass().add("panel-title");
      words.getChildren().add(heading);
    }
    words.getChildren().addAll(content);
    getChildren().addAll(Icons.of(tone.icon(), "panel-icon"), words);
    setMinHeight(USE_PREF_SIZE);
  }
}
