package dev.touchstone.app.ui.kit;

import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** A page of things in the order in which they were read; cells are cut where there is no room. */
public final class ItemTable<T> extends TableView<T> {

  /**
   * @param name what a screen reader calls it
   * @param nothing what stands there while there is nothing
   */
  public ItemTable(String id, String name, ObservableList<T> items, String nothing) {
    setId(id);
    setAccessibleText(name);
    setMinHeight(120);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Texts.muted(nothing));
    setItems(items);
  }

  /** A column of plain words. */
  public ItemTable<T> words(String title, double width, Function<T, String> words) {
    return column(title, width, item -> Texts.oneLine(words.apply(item)));
  }

  /** A column of anything. */
  public ItemTable<T> column(String title, double width, Function<T, Node> cell) {
    TableColumn<T, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(60);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
    column.setCellFactory(any -> new Cell<>(cell));
    getColumns().add(column);
    return this;
  }

  /** The column that was added last is shown only while the table is wider than this. */
  public ItemTable<T> whereWiderThan(double width) {
    BooleanBinding roomy = widthProperty().greaterThan(width);
    getColumns().getLast().visibleProperty().bind(roomy);
    return this;
  }

  private static final class Cell<T> extends TableCell<T, T> {
    private final Function<T, Node> graphic;

    Cell(Function<T, Node> graphic) {
      this.graphic = graphic;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : graphic.apply(item));
    }
  }
}
