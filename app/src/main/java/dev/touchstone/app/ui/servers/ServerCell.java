package dev.touchstone.app.ui.servers;

import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.ui.kit.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A kept server in a list. */
final class ServerCell extends ListCell<RemoteServer> {

  private final Label name = Texts.oneLine("", "cell-title");
  private final Label address = Texts.oneLine("", "cell-caption");
  private final VBox words = new VBox(name, address);

  ServerCell() {
    words.getStyleClass().add("cell-words");
    words.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable RemoteServer server, boolean empty) {
    super.updateItem(server, empty);
    if (empty || server == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(server.name());
    address.setText(server.address().toString());
    setAccessibleText(name.getText() + ", " + address.getText());
    setGraphic(words);
  }
}
