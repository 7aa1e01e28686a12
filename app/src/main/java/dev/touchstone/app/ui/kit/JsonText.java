package dev.touchstone.app.ui.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A message to read, with its lines indented; copied, it is what was sent to the letter. */
public final class JsonText extends VBox {

  private static final ObjectReader READER = new ObjectMapper().reader();
  private static final ObjectWriter PRETTY = new ObjectMapper().writer().withDefaultPrettyPrinter();

  public JsonText(String title, String json) {
    getStyleClass().add("json-text");
    TextArea area = new LongText(indented(json));
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

  private static String indented(String json) {
    try {
      return PRETTY.writeValueAsString(READER.readTree(json));
    } catch (JsonProcessingException e) {
      return json;
    }
  }
}
