package dev.touchstone.app.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A card with a title and a button that closes it, to be laid on a {@link Veil}. */
public final class Dialog extends VBox {

  private final Button button = new Button("", Icons.of(MaterialDesignC.CLOSE));

  public Dialog(String id, String title, Runnable close, Node content) {
    setId(id);
    getStyleClass().add("dialog");
    setMaxSize(460, USE_PREF_SIZE);
    setAccessibleText(title);
    Label name = Texts.sectionTitle(title);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setId("close-dialog");
    button.setAccessibleText("Close");
    button.setTooltip(new Tooltip("Close (Esc)"));
    button.setCancelButton(true);
    button.setOnAction(event -> close.run());
    HBox head = new HBox(name, button);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, content);
  }

  /** Lays itself on the veil. */
  public void open(Veil veil) {
    veil.show(this, button);
  }
}
