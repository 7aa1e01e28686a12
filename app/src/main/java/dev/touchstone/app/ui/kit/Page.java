package dev.touchstone.app.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame of every screen: a title, a sentence, buttons at the right, and the content. */
public final class Page extends VBox {

  private final StackPane body = new StackPane();

  public Page(String title, String subtitle, Node... actions) {
    getStyleClass().add("page");
    VBox words = new VBox(Texts.pageTitle(title), Texts.muted(subtitle));
    words.getStyleClass().add("page-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox buttons = new HBox(actions);
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.TOP_RIGHT);
    buttons.setMinWidth(USE_PREF_SIZE);
    HBox header = new HBox(words, buttons);
    header.getStyleClass().add("page-header");
    header.setMinHeight(USE_PREF_SIZE);
    body.getStyleClass().add("page-body");
    body.setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(header, body);
  }

  /** Shows {@code content} in place of what was there. */
  public void show(Node content) {
    if (!body.getChildren().contains(content)) {
      body.getChildren().setAll(content);
    }
  }
}
