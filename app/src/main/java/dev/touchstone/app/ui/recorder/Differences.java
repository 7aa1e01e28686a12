package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.MarkedText;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.key.trace.compare.Difference;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is not the same, with the part that differs marked. */
final class Differences {

  private static final double NAMES = 84;

  private Differences() {}

  /**
   * One of them.
   *
   * @param left what to call the one side
   * @param right what to call the other
   */
  static VBox card(Difference difference, String left, String right) {
    Label where = Texts.body(difference.where());
    where.getStyleClass().add("input-name");
    GridPane values = new GridPane();
    values.getStyleClass().add("input-pair");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(NAMES);
    ColumnConstraints texts = new ColumnConstraints();
    texts.setMinWidth(0);
    texts.setHgrow(Priority.ALWAYS);
    values.getColumnConstraints().addAll(names, texts);
    var parts = dev.touchstone.app.ui.kit.Difference.between(difference.left(), difference.right());
    values.addRow(
        0, side(left), value(difference.left(), parts.start(), parts.expected(), parts.end()));
    values.addRow(
        1, side(right), value(difference.right(), parts.start(), parts.received(), parts.end()));
    VBox card = new VBox(where, values);
    card.getStyleClass().add("difference");
    return card;
  }

  private static Label side(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("input-side");
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }

  private static Node value(String whole, String start, String middle, String end) {
    return whole.isEmpty() ? Texts.muted("not there") : new MarkedText(start, middle, end);
  }
}
