package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A user in a list. */
public final class UserCell extends ListCell<User> {

  private final Label name = Texts.oneLine("", "cell-title");
  private final Label caption = Texts.oneLine("", "cell-caption");
  private final VBox box = new VBox(name, caption);

  /** A cell, still empty. */
  public UserCell() {
    box.getStyleClass().add("cell-words");
    box.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable User user, boolean empty) {
    super.updateItem(user, empty);
    if (empty || user == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(user.displayName());
    caption.setText(String.join(" · ", facts(user)));
    setAccessibleText(name.getText() + ", " + caption.getText());
    setGraphic(box);
  }

  private static List<String> facts(User user) {
    List<String> facts = new ArrayList<>();
    if (user.status() == Status.DISABLED) {
      facts.add("disabled");
    }
    if (user.role() != Role.USER) {
      facts.add(user.role().word());
    }
    if (!user.name().equals(user.displayName())) {
      facts.add(user.name());
    }
    facts.add(
        user.credentials() == 1 ? "1 credential" : "%,d credentials".formatted(user.credentials()));
    return facts;
  }
}
