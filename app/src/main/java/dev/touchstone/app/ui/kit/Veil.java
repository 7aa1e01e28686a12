package dev.touchstone.app.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Lies over a screen and holds a dialog. While it does, the keyboard does not leave the dialog. */
public final class Veil extends StackPane {

  private @Nullable Node focusBefore;

  public Veil() {
    getStyleClass().add("veil");
    setVisible(false);
    managedProperty().bind(visibleProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /**
   * Shows a dialog over what is below.
   *
   * @param first gets the focus
   */
  public void show(Region dialog, Node first) {
    if (!isVisible()) {
      focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    }
    getChildren().setAll(dialog);
    setVisible(true);
    first.requestFocus();
  }

  /** Takes the dialog away and gives the focus back. */
  public void hide() {
    if (!isVisible()) {
      return;
    }
    setVisible(false);
    getChildren().clear();
    Node before = focusBefore;
    focusBefore = null;
    if (before != null) {
      before.requestFocus();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() != KeyCode.TAB) {
      return;
    }
    List<Node> stops =
        lookupAll("*").stream()
            .filter(node -> node.isFocusTraversable() && !node.isDisabled())
            .toList();
    int at = -1;
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).isFocused()) {
        at = i;
      }
    }
    if (!stops.isEmpty()) {
      int step = event.isShiftDown() ? stops.size() - 1 : 1;
      stops.get((Math.max(at, 0) + step) % stops.size()).requestFocus();
    }
    event.consume();
  }
}
