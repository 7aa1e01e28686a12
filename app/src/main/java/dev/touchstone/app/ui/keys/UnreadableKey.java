package dev.touchstone.app.ui.keys;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.KeyCell;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** A key that is there and could not be read: why, and where it is. */
final class UnreadableKey {

  private UnreadableKey() {}

  /**
   * @param doctor leads on to what may be in its way
   */
  static Node show(KeyDevice key, Advice advice, KeysViewModel model, Button doctor) {
    VBox column =
        new VBox(
            new KeyHead(key, model),
            new AdvicePanel(advice, doctor),
            KeyOverview.card("Where it is", where(key)));
    column.getStyleClass().add("key-detail");
    return Scroll.column(column, 760);
  }

  private static Facts where(KeyDevice key) {
    Facts facts = new Facts().add("Transport", KeyCell.words(key.transport()));
    facts.addCopyable(placeName(key.transport()), key.path());
    if (key.vendorId() != 0) {
      facts.addCopyable("USB id", "%04x:%04x".formatted(key.vendorId(), key.productId()));
    }
    return facts;
  }

  private static String placeName(Transport transport) {
    return switch (transport) {
      case USB_HID -> "Path";
      case SMART_CARD -> "Reader";
      case UDP -> "Address";
      case VIRTUAL -> "Memory file";
    };
  }
}
