package dev.touchstone.app.ui.kit;

import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Transport;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** A key in a list: its name, and how it is reached. */
public final class KeyCell extends ListCell<KeyDevice> {

  private final Label name = Texts.oneLine("", "cell-title");
  private final ColourDot dot = new ColourDot(KeyColour.NONE);
  private final Label transport = Texts.oneLine("", "cell-caption");
  private final FontIcon icon = Icons.of(MaterialDesignU.USB_FLASH_DRIVE_OUTLINE, "cell-icon");
  private final HBox box;

  public KeyCell() {
    HBox title = new HBox(dot, name);
    title.getStyleClass().add("key-title");
    title.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    VBox words = new VBox(title, transport);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    box = new HBox(icon, words);
    box.getStyleClass().add("cell");
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    setPrefWidth(0);
  }

  /** A transport in a person's words. */
  public static String words(Transport transport) {
    return switch (transport) {
      case USB_HID -> "USB";
      case UDP -> "UDP";
      case SMART_CARD -> "Card";
      case VIRTUAL -> "Virtual";
    };
  }

  /** All wires of a key in a person's words. */
  public static String wires(KeyDevice key) {
    return key.wires().stream()
        .map(wire -> words(wire.transport()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean isCertain(KeyDevice key) {
    return key.label().map(KeyLabel::certain).orElse(true);
  }

  @Override
  protected void updateItem(@Nullable KeyDevice key, boolean empty) {
    super.updateItem(key, empty);
    if (empty || key == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(key.title() + (isCertain(key) ? "" : "?"));
    dot.show(key.label().map(KeyLabel::colour).orElse(KeyColour.NONE));
    transport.setText(wires(key) + " · " + key.id());
    icon.setIconCode(
        key.transport() == Transport.VIRTUAL
            ? MaterialDesignM.MEMORY
            : MaterialDesignU.USB_FLASH_DRIVE_OUTLINE);
    setAccessibleText(key.title() + ", " + wires(key));
    setGraphic(box);
  }
}
