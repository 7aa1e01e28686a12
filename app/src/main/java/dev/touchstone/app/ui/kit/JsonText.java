package dev.touchstone.app.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A message as it was sent, to read, select and copy. */
public final class JsonText extends VBox {

  public JsonText(String title, String json) {
    getStyleClass().add("json-text");
    TextArea area = new TextArea(json);
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().add("mono");
    area.setAccessibleText(title);
    VBox.setVgrow(area, Priority.ALWAYS);
    Label name = Texts.sectionTitle(title);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(name, new CopyButton(title, () -> json));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, area);
  }
}
