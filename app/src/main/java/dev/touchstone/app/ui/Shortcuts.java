package dev.touchstone.app.ui;

import dev.touchstone.app.ui.kit.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The keys of the keyboard that do something. */
final class Shortcuts extends VBox {

  Shortcuts() {
    getStyleClass().add("dialog-body");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("shortcuts");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(keys, words);
    for (Screen screen : Screen.values()) {
      row(grid, screen.shortcut().getDisplayText(), screen.title());
    }
    row(grid, "Enter", "Start what is filled in; touch the virtual key");
    row(grid, "Esc", "Cancel what is running; back to the form; close a dialog");
    row(grid, "Tab", "Next field or button");
    row(grid, "Space", "Open or close a step");
    row(grid, "Ctrl+C", "Copy the chosen value in the inspector");
    row(grid, "Ctrl+F", "Search in the recorder");
    row(grid, "F3", "Next failure in the recorder");
    row(grid, "Ctrl+,", "Settings");
    row(grid, "F1", "This help");
    getChildren()
        .addAll(
            grid,
            Texts.caption(
                "The same can be done in a terminal: touchstone --help lists the commands."));
  }

  private static void row(GridPane grid, String keys, String words) {
    Label key = new Label(keys);
    key.getStyleClass().add("keycap");
    grid.addRow(grid.getRowCount(), key, Texts.body(words));
  }
}
