package dev.touchstone.app.ui.requests;

import dev.touchstone.app.ui.kit.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A kept request: its name, its collection, and what it asks. */
final class RequestCell extends ListCell<RequestEntry> {

  private final Label name = Texts.oneLine("", "cell-title");
  private final Label what = Texts.oneLine("", "caption");
  private final Label collection = Texts.oneLine("", "caption");
  private final VBox words = new VBox(name, collection, what);

  RequestCell() {
    words.getStyleClass().add("cell-words");
    words.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable RequestEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(entry.saved().name());
    collection.setText("in " + entry.collection());
    what.setText(entry.saved().request().method() + " " + entry.saved().request().url());
    setAccessibleText(entry.path() + ", " + what.getText());
    setGraphic(words);
  }
}
