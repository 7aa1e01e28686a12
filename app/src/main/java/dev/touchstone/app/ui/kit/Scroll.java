package dev.touchstone.app.ui.kit;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** Content that scrolls up and down and never sideways. */
public final class Scroll extends ScrollPane {

  private Subscription revealing = Subscription.EMPTY;

  public Scroll(Node content) {
    super(content);
    getStyleClass().add("scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  /** Scrolls, once, so far that {@code node} stands in the upper part, when it has its place. */
  public void reveal(Node node) {
    revealing =
        node.layoutYProperty()
            .subscribe((before, now) -> {
              revealing.unsubscribe();
              Platform.runLater(() -> scrollTo(node.getLayoutY()));
            });
  }

  /** Moves as little as is needed for a child of the content to be seen whole. */
  public void bringIntoView(Node node) {
    double shown = getViewportBounds().getHeight();
    double room = getContent().getLayoutBounds().getHeight() - shown;
    if (room > 0 && shown > 0) {
      double top = Math.max(getVvalue() * room, node.getBoundsInParent().getMaxY() - shown);
      setVvalue(Math.min(top, node.getBoundsInParent().getMinY()) / room);
    }
  }

  private void scrollTo(double y) {
    double room = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    if (room > 0) {
      setVvalue(Math.clamp((y - getViewportBounds().getHeight() / 4) / room, 0, 1));
    }
  }

  /** A column that does not grow wider than is good to read. */
  public static Scroll column(Region content, double width) {
    content.setMaxWidth(width);
    StackPane column = new StackPane(content);
    column.getStyleClass().add("column");
    StackPane.setAlignment(content, Pos.TOP_LEFT);
    return new Scroll(column);
  }
}
