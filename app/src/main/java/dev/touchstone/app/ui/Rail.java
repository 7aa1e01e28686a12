package dev.touchstone.app.ui;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Scroll;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/**
 * The navigation at the left: wide with labels beside the icons, or narrow with small ones below.
 */
final class Rail extends VBox {

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
  private final Label name = new Label("Touchstone");
  private final VBox screens = new VBox();
  private final VBox last = new VBox();
  private final Scroll scroll = new Scroll(screens);
  private Screen marked = Screen.KEYS;

  Rail(Consumer<Screen> go, Runnable help, Runnable settings) {
    getStyleClass().add("rail");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText("Screens");
    name.getStyleClass().add("product-name");
    name.managedProperty().bind(name.visibleProperty());
    HBox product = new HBox(new Logo(), name);
    product.getStyleClass().add("product");
    product.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(product);
    for (Screen screen : Screen.values()) {
      ToggleButton button = new ToggleButton();
      button.setId("go-" + screen.name().toLowerCase(Locale.ROOT));
      button.setOnAction(event -> go.accept(screen));
      style(button, screen.title(), screen.icon(), screen.shortcut().getDisplayText());
      buttons.put(screen, button);
      screens.getChildren().add(button);
    }
    screens.getStyleClass().add("rail-screens");
    scroll.setMinHeight(0);
    scroll.viewportBoundsProperty().subscribe(this::reveal);
    screens.layoutBoundsProperty().subscribe(this::reveal);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Button helpButton = new Button();
    helpButton.setId("help");
    helpButton.setOnAction(event -> help.run());
    style(helpButton, "Help", MaterialDesignH.HELP_CIRCLE_OUTLINE, "F1");
    Button settingsButton = new Button();
    settingsButton.setId("open-settings");
    settingsButton.setOnAction(event -> settings.run());
    style(settingsButton, "Settings", MaterialDesignC.COG_OUTLINE, "Ctrl+,");
    last.getChildren().addAll(helpButton, settingsButton);
    last.getStyleClass().add("rail-screens");
    last.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(scroll, last);
  }

  /** Marks where the person is. */
  void mark(Screen current) {
    marked = current;
    buttons.forEach((screen, button) -> button.setSelected(screen == current));
    reveal();
  }

  /** Where there is little room, the marked one is among those that are seen. */
  private void reveal() {
    ToggleButton button = buttons.get(marked);
    if (button != null) {
      scroll.bringIntoView(button);
    }
  }

  /** Makes room for the screen in a small window. */
  void narrow(boolean narrow) {
    pseudoClassStateChanged(NARROW, narrow);
    name.setVisible(!narrow);
    for (VBox column : List.of(screens, last)) {
      for (var child : column.getChildren()) {
        if (child instanceof ButtonBase button) {
          button.setContentDisplay(narrow ? ContentDisplay.TOP : ContentDisplay.LEFT);
          button.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
        }
      }
    }
    rename(Screen.ACCOUNTS, narrow ? "Users" : Screen.ACCOUNTS.title());
    rename(Screen.LABORATORY, narrow ? "Lab" : Screen.LABORATORY.title());
  }

  private void rename(Screen screen, String words) {
    ToggleButton button = buttons.get(screen);
    if (button != null) {
      button.setText(words);
    }
  }

  private static void style(ButtonBase button, String text, Ikon icon, String shortcut) {
    button.setText(text);
    button.setGraphic(Icons.of(icon));
    button.getStyleClass().add("rail-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text + "  (" + shortcut + ")"));
  }
}
