package dev.touchstone.app.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * A line that opens and closes by a click, Space or Enter. It is no button, because the text of a
 * button cannot wrap to the height that it needs.
 */
final class OpeningLine extends HBox {

  private final BooleanProperty open = new SimpleBooleanProperty();

  /**
   * A closed line.
   *
   * @param title takes what room the others leave
   * @param before stand at the left of it
   */
  OpeningLine(Region title, Node... before) {
    getStyleClass().add("step-line");
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    FontIcon chevron = Icons.of(MaterialDesignC.CHEVRON_RIGHT, "chevron");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    getChildren().addAll(before);
    getChildren().addAll(title, chevron);
    open.subscribe(now -> {
      chevron.setIconCode(now ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    });
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        requestFocus();
        toggle();
      }
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  BooleanProperty openProperty() {
    return open;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? (Object) open.get()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      toggle();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
      toggle();
      event.consume();
    }
  }

  private void toggle() {
    open.set(!open.get());
  }
}
