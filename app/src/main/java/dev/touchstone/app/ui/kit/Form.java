package dev.touchstone.app.ui.kit;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A column of labelled fields. Each label belongs to its field for a screen reader. */
public final class Form extends VBox {

  public Form(String title, Node... fields) {
    getStyleClass().addAll("card", "form");
    setMinHeight(USE_PREF_SIZE);
    if (!title.isEmpty()) {
      getChildren().add(Texts.sectionTitle(title));
    }
    getChildren().addAll(fields);
  }

  /** A line of text. */
  public static TextField text(String id, String prompt, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  /** Text that may need a second line. */
  public static TextArea longText(String id, String prompt, StringProperty value) {
    TextArea field = new LongText();
    field.setId(id);
    field.setPromptText(prompt);
    field.setWrapText(true);
    field.setPrefRowCount(2);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  /** One of several words of the specification. */
  public static ComboBox<String> choice(String id, List<String> choices, Property<String> value) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(choices);
    box.valueProperty().bindBidirectional(value);
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  public static CheckBox check(String id, String text, BooleanProperty value) {
    CheckBox box = new CheckBox(text);
    box.setId(id);
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  /** A field with its name above and, where there is something to say, a remark below. */
  public static VBox field(String name, Control control, String remark) {
    Label label = new Label(name);
    label.getStyleClass().add("field-name");
    label.setLabelFor(control);
    if (control.getAccessibleText() == null) {
      control.setAccessibleText(name);
    }
    control.setMaxWidth(Double.MAX_VALUE);
    VBox field = new VBox(label, control);
    field.getStyleClass().add("field");
    if (!remark.isEmpty()) {
      control.setAccessibleHelp(remark);
      field.getChildren().add(Texts.caption(remark));
    }
    return field;
  }

  /** Fields beside each other where there is room, below each other where there is not. */
  public static Region row(Node... fields) {
    return new Columns(fields);
  }

  /** Small things beside each other. */
  public static FlowPane flow(Node... things) {
    FlowPane flow = new FlowPane(things);
    flow.getStyleClass().add("flow");
    return flow;
  }
}
