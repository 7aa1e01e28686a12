package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.account.User;
import java.util.function.IntSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A user in a list, or the line that stands for everybody. */
public final class UserCell extends ListCell<Whose> {

  private final IntSupplier total;
  private final Label name = Texts.oneLine("", "cell-title");
  private final Label caption = Texts.oneLine("", "cell-caption");
  private final VBox box = new VBox(name, caption);

  /**
   * A cell, still empty.
   *
   * @param total how many credentials everybody has together
   */
  public UserCell(IntSupplier total) {
    this.total = total;
    box.getStyleClass().add("cell-words");
    box.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Whose whose, boolean empty) {
    super.updateItem(whose, empty);
    if (empty || whose == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (whose) {
      case Whose.Everybodys() -> show("Everybody", count(total.getAsInt()));
      case Whose.Of(User user) -> {
        String count = count(user.credentials());
        boolean twoNames = !user.name().equals(user.displayName());
        show(user.displayName(), twoNames ? user.name() + " · " + count : count);
      }
    }
    setAccessibleText(name.getText() + ", " + caption.getText());
    setGraphic(box);
  }

  private void show(String title, String below) {
    name.setText(title);
    caption.setText(below);
  }

  private static String count(int credentials) {
    return credentials + (credentials == 1 ? " credential" : " credentials");
  }
}
