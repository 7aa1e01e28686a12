package dev.touchstone.app.ui.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks before something is lost. Escape keeps, and the button that keeps has the focus. */
public final class Confirmation extends VBox {

  private final Button cancel = new Button("Keep");

  /**
   * @param sentences what would be lost, one paragraph each
   * @param word what the button that does it says
   */
  public Confirmation(
      String title, List<String> sentences, String word, Runnable confirm, Runnable keep) {
    getStyleClass().add("dialog");
    setMaxSize(460, USE_PREF_SIZE);
    setAccessibleText(title + " " + String.join(" ", sentences));
    cancel.setId("keep");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> keep.run());
    Button go = new Button(word);
    go.setId("confirm");
    go.getStyleClass().add("danger");
    go.setOnAction(event -> confirm.run());
    HBox buttons = new HBox(cancel, go);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(Texts.sectionTitle(title));
    sentences.forEach(sentence -> getChildren().add(Texts.body(sentence)));
    getChildren().add(buttons);
  }

  /** As what the button that does nothing says, where nothing would be lost. */
  public Confirmation otherwise(String word) {
    cancel.setText(word);
    return this;
  }

  /** Lays itself on the veil. */
  public void ask(Veil veil) {
    veil.show(this, cancel);
  }
}
