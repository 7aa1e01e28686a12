package dev.touchstone.app.ui.kit;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Text of several lines that Tab goes on from, as from every other field. JavaFX's own keeps Tab to
 * itself, and who has no mouse does not get out of it.
 */
public final class LongText extends TextArea {

  public LongText() {
    this("");
  }

  public LongText(String text) {
    super(text);
    letTabGoOn(this);
  }

  /** The same for a text that is more than that. */
  static void letTabGoOn(TextArea text) {
    text.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
            boolean _ =
                text.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
  }
}
