package dev.touchstone.app.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** What stands where there is nothing yet: what would be here, and what to do to get it. */
public final class EmptyState extends VBox {

  public EmptyState(Ikon icon, String title, String text, Node... more) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    StackPane disc = new StackPane(Icons.of(icon));
    disc.getStyleClass().add("disc");
    disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label heading = Texts.sectionTitle(title);
    heading.setTextAlignment(TextAlignment.CENTER);
    Label body = Texts.muted(text);
    body.setTextAlignment(TextAlignment.CENTER);
    body.setAlignment(Pos.CENTER);
    body.setMaxWidth(440);
    getChildren().addAll(disc, heading, body);
    getChildren().addAll(more);
  }
}
