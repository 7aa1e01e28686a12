package dev.touchstone.app.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A wrapping text of bytes, one part of which lies on a coloured ground. */
public final class MarkedText extends Pane {

  private static final PathElement[] NOTHING = {};

  private final TextFlow flow = new TextFlow();
  private final Path ground = new Path();
  private final int from;
  private final int to;

  /** Marks nothing where {@code marked} is empty. */
  public MarkedText(String before, String marked, String after) {
    getStyleClass().add("marked-text");
    from = before.length();
    to = from + marked.length();
    for (String part : new String[] {before, marked, after}) {
      Text text = new Text(part);
      text.getStyleClass().add("mono");
      flow.getChildren().add(text);
    }
    ((Text) flow.getChildren().get(1)).getStyleClass().add("differs");
    ground.getStyleClass().add("ground");
    ground.setManaged(false);
    getChildren().addAll(ground, flow);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 40;
  }

  @Override
  protected double computePrefWidth(double height) {
    return flow.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return flow.prefHeight(width > 0 ? width : getWidth());
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    flow.layout();
    ground.getElements().setAll(from < to ? flow.getRangeShape(from, to, false) : NOTHING);
  }
}
