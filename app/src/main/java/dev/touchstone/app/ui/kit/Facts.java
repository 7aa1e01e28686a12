package dev.touchstone.app.ui.kit;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names on the left, values on the right; long values wrap. */
public final class Facts extends GridPane {

  private int rows;

  public Facts() {
    getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(120);
    names.setPrefWidth(168);
    ColumnConstraints values = new ColumnConstraints();
    values.setMinWidth(0);
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(names, values);
  }

  /** A value in plain words; an empty one is shown as a dash. */
  public Facts add(String name, String value) {
    Label label = Texts.body(value.isEmpty() ? "–" : value);
    label.setAccessibleText(name + ": " + label.getText());
    return add(name, label);
  }

  /** A value that people copy: in the typeface of bytes, with a button that copies it. */
  public Facts addCopyable(String name, String value) {
    Label label = Texts.mono(value);
    label.setAccessibleText(name + ": " + value);
    HBox.setHgrow(label, Priority.SOMETIMES);
    HBox box = new HBox(label, new CopyButton(name, () -> value));
    box.getStyleClass().add("copyable");
    box.setAlignment(Pos.TOP_LEFT);
    return add(name, box);
  }

  public Facts add(String name, Node value) {
    Label label = Texts.caption(name);
    label.getStyleClass().add("fact-name");
    label.setMaxHeight(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    GridPane.setValignment(value, VPos.TOP);
    addRow(rows++, label, value);
    return this;
  }
}
