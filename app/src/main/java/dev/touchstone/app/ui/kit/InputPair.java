package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.ceremony.Step;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** One input of a step: what was expected above what was received, the difference marked. */
final class InputPair extends GridPane {

  private int rows;

  /**
   * @param mark whether to mark where the two differ; a step may pass on texts that are not equal
   */
  InputPair(Step.Input input, boolean mark) {
    getStyleClass().add("input-pair");
    ColumnConstraints sides = new ColumnConstraints();
    sides.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    ColumnConstraints buttons = new ColumnConstraints();
    buttons.setMinWidth(USE_PREF_SIZE);
    getColumnConstraints().addAll(sides, values, buttons);
    Label name = Texts.caption(input.name());
    name.getStyleClass().add("input-name");
    add(name, 0, rows++, 3, 1);
    String expected = input.expected();
    String received = input.received();
    boolean both = !expected.isEmpty() && !received.isEmpty();
    if (mark && both && !expected.equals(received)) {
      Difference d = Difference.between(expected, received);
      side("expected", expected, new MarkedText(d.start(), d.expected(), d.end()));
      side("received", received, new MarkedText(d.start(), d.received(), d.end()));
    } else {
      side("expected", expected, new MarkedText(expected, "", ""));
      side("received", received, new MarkedText(received, "", ""));
    }
  }

  private void side(String side, String value, Node text) {
    if (value.isEmpty()) {
      return;
    }
    Label label = new Label(side);
    label.getStyleClass().add("input-side");
    GridPane.setFillHeight(text, false);
    text.setAccessibleText(side + " " + value);
    addRow(rows++, label, text, new CopyButton(side + " value", () -> value));
  }
}
