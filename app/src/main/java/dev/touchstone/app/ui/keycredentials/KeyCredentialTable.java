package dev.touchstone.app.ui.keycredentials;

import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.key.manage.StoredCredential;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The credentials on a key, by relying party at first; sorts by any column. */
final class KeyCredentialTable extends TableView<StoredCredential> {

  /** Below this width only what tells credentials apart is shown; the card below has the rest. */
  private static final double ROOMY = 560;

  KeyCredentialTable(ObservableList<StoredCredential> credentials) {
    setId("key-credential-table");
    setAccessibleText("Credentials on the key");
    setMinHeight(120);
    setPrefHeight(220);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Texts.muted("No credential here."));
    TableColumn<StoredCredential, String> display =
        column("Display name", 150, it -> it.user().displayName());
    TableColumn<StoredCredential, String> algorithm =
        column("Algorithm", 90, CredentialWords::algorithm);
    TableColumn<StoredCredential, String> protection =
        column(
            "Protection",
            90,
            it -> it.protection().isPresent() ? "level " + it.protection().getAsInt() : "not told");
    getColumns().add(column("Relying party", 190, CredentialWords::rp));
    getColumns().add(column("User", 150, CredentialWords::user));
    getColumns().add(display);
    getColumns().add(algorithm);
    getColumns().add(protection);
    BooleanBinding roomy = widthProperty().greaterThan(ROOMY);
    algorithm.visibleProperty().bind(roomy);
    protection.visibleProperty().bind(roomy);
    SortedList<StoredCredential> sorted = new SortedList<>(credentials);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  private static TableColumn<StoredCredential, String> column(
      String title, double width, Function<StoredCredential, String> value) {
    TableColumn<StoredCredential, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(60);
    column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(value.apply(data.getValue())));
    column.setComparator(Comparator.naturalOrder());
    column.setCellFactory(any -> new TextCell());
    return column;
  }

  /** A cell whose text is cut where there is no room, with the whole in a tooltip. */
  private static final class TextCell extends TableCell<StoredCredential, String> {
    private final Label label = Texts.oneLine("");

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      label.setText(item);
      setGraphic(label);
    }
  }
}
