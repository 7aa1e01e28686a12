package dev.touchstone.app.ui.kit;

import dev.touchstone.key.transport.KeyDevice;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which key to use; the first line leaves it to the program. */
public final class KeyChoice extends ComboBox<KeyWish> {

  /**
   * Offers these keys and follows them as they come and go.
   *
   * @param chosen goes back to any key when the chosen one is gone
   */
  public KeyChoice(ObservableList<KeyDevice> keys, ObjectProperty<KeyWish> chosen) {
    setId("key");
    setConverter(new Words());
    valueProperty().bindBidirectional(chosen);
    showKeys(keys);
    keys.addListener((ListChangeListener<KeyDevice>) change -> showKeys(keys));
  }

  private void showKeys(List<KeyDevice> keys) {
    KeyWish before = getValue();
    List<KeyWish> lines = new ArrayList<>();
    lines.add(new KeyWish.Any());
    keys.forEach(key -> lines.add(new KeyWish.This(key)));
    getItems().setAll(lines);
    setValue(lines.contains(before) ? before : lines.getFirst());
  }

  private static final class Words extends StringConverter<KeyWish> {
    @Override
    public String toString(@Nullable KeyWish wish) {
      return switch (wish) {
        case null -> "";
        case KeyWish.Any() -> "The one that is plugged in";
        case KeyWish.This(KeyDevice key) -> key.title() + " (" + key.id() + ")";
      };
    }

    @Override
    public KeyWish fromString(String text) {
      throw new UnsupportedOperationException("keys are chosen, not typed");
    }
  }
}
