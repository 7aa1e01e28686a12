package dev.touchstone.app.ui.kit;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Equal columns while each is wide enough to read, one column otherwise. */
public final class Columns extends Pane {

  private static final double LEAST = 210;
  private static final double GAP = 16;

  public Columns(Node... children) {
    super(children);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST;
  }

  @Override
  protected double computePrefWidth(double height) {
    int count = getManagedChildren().size();
    return count * LEAST + (count - 1) * GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double available = width > 0 ? width : getWidth() > 0 ? getWidth() : computePrefWidth(-1);
    List<Node> children = getManagedChildren();
    int columns = columns(available, children.size());
    double column = column(available, columns);
    double height = 0;
    for (int row = 0; row < children.size(); row += columns) {
      height += rowHeight(children, row, columns, column) + (row == 0 ? 0 : GAP);
    }
    return height;
  }

  @Override
  protected void layoutChildren() {
    List<Node> children = getManagedChildren();
    int columns = columns(getWidth(), children.size());
    double column = column(getWidth(), columns);
    double y = 0;
    for (int row = 0; row < children.size(); row += columns) {
      double height = rowHeight(children, row, columns, column);
      for (int i = row; i < Math.min(row + columns, children.size()); i++) {
        children
            .get(i)
            .resizeRelocate(snapPositionX((i - row) * (column + GAP)), y, column, height);
      }
      y += height + GAP;
    }
  }

  private static int columns(double width, int count) {
    int fitting = (int) ((width + GAP) / (LEAST + GAP));
    return Math.clamp(fitting, 1, Math.max(count, 1));
  }

  private static double column(double width, int columns) {
    return Math.floor((width - (columns - 1) * GAP) / columns);
  }

  private static double rowHeight(List<Node> children, int from, int columns, double column) {
    double height = 0;
    for (int i = from; i < Math.min(from + columns, children.size()); i++) {
      height = Math.max(height, children.get(i).prefHeight(column));
    }
    return Math.ceil(height);
  }
}
