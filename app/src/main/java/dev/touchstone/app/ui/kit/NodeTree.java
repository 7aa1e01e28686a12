package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.inspect.Node;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** An inspection as a tree with names, values and notes. Ctrl+C copies the chosen value. */
public final class NodeTree extends TreeTableView<Node> {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /** Below this depth the tree starts closed, and where there are more lines than this. */
  private static final int OPEN_DEPTH = 3;

  private static final int OPEN_LINES = 40;

  public NodeTree(Node root) {
    setId("inspection");
    setAccessibleText("What was found");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().add(column("Name", 240, Node::name, ""));
    getColumns().add(column("Value", 320, Node::value, "mono"));
    getColumns().add(column("Note", 280, Node::note, "note"));
    setRowFactory(view -> new Row());
    setRoot(new Branch(root, 0));
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  private void keyPressed(KeyEvent event) {
    TreeItem<Node> chosen = getSelectionModel().getSelectedItem();
    if (chosen != null && COPY.match(event)) {
      ClipboardContent content = new ClipboardContent();
      content.putString(chosen.getValue().value());
      Clipboard.getSystemClipboard().setContent(content);
      event.consume();
    }
  }

  private static TreeTableColumn<Node, String> column(
      String title, double width, Function<Node, String> text, String styleClass) {
    TreeTableColumn<Node, String> column = new TreeTableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(90);
    column.setSortable(false);
    column.setCellValueFactory(
        data -> new ReadOnlyObjectWrapper<>(text.apply(data.getValue().getValue())));
    column.setCellFactory(any -> new TextCell(styleClass));
    return column;
  }

  /** Makes the items below it when they are looked at: an inspection can have many thousands. */
  private static final class Branch extends TreeItem<Node> {
    private final int depth;
    private boolean made;

    Branch(Node node, int depth) {
      super(node);
      this.depth = depth;
      setExpanded(depth == 0 || (depth < OPEN_DEPTH && node.children().size() <= OPEN_LINES));
    }

    @Override
    public boolean isLeaf() {
      return getValue().children().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<Node>> getChildren() {
      ObservableList<TreeItem<Node>> children = super.getChildren();
      if (!made) {
        made = true;
        children.setAll(
            getValue().children().stream().map(child -> new Branch(child, depth + 1)).toList());
      }
      return children;
    }
  }

  private static final class TextCell extends TreeTableCell<Node, String> {
    private final Label label = Texts.oneLine("");

    TextCell(String styleClass) {
      if (!styleClass.isEmpty()) {
        label.getStyleClass().add(styleClass);
      }
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      label.setText(empty || item == null ? "" : item);
      setGraphic(empty ? null : label);
    }
  }

  private static final class Row extends TreeTableRow<Node> {
    @Override
    protected void updateItem(@Nullable Node node, boolean empty) {
      super.updateItem(node, empty);
      for (Node.Severity severity : Node.Severity.values()) {
        pseudoClassStateChanged(
            PseudoClass.getPseudoClass(severity.name().toLowerCase(Locale.ROOT)),
            !empty && node != null && node.severity() == severity);
      }
    }
  }
}
