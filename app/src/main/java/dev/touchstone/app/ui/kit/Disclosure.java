package dev.touchstone.app.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A heading that opens to what only some people need. */
public final class Disclosure extends VBox {

  private final ToggleButton heading = new ToggleButton();

  public Disclosure(String id, String title, Node content) {
    getStyleClass().addAll("card", "disclosure");
    setMinHeight(USE_PREF_SIZE);
    FontIcon chevron = Icons.of(MaterialDesignC.CHEVRON_RIGHT);
    heading.setId(id);
    heading.setText(title);
    heading.setGraphic(chevron);
    heading.getStyleClass().add("disclosure-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    content.managedProperty().bind(content.visibleProperty());
    content.visibleProperty().bind(heading.selectedProperty());
    heading
        .selectedProperty()
        .subscribe(open ->
            chevron.setIconCode(
                open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
    getChildren().addAll(heading, content);
  }

  /** Opens it. */
  public void open() {
    heading.setSelected(true);
  }
}
