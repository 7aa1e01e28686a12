package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.account.Credential;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Credentials as a table that sorts by any column. */
public final class CredentialTable extends TableView<Credential> {

  /** Below this width only what tells credentials apart is shown; the card below has the rest. */
  private static final double ROOMY = 560;

  public CredentialTable(ObservableList<Credential> credentials, Moments moments) {
    setId("credentials");
    setAccessibleText("Credentials");
    setMinHeight(120);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Texts.muted("No credential here."));
    TableColumn<Credential, String> backup =
        column("Backup", 120, CredentialFacts::backup, Function.identity());
    TableColumn<Credential, Instant> created =
        column("Created", 100, Credential::created, moments::relative);
    getColumns().add(column("Label", 160, CredentialTable::name, Function.identity()));
    getColumns().add(column("Model", 150, c -> c.model().orElse("not known"), Function.identity()));
    getColumns().add(column("Counter", 80, Credential::signCount, Object::toString));
    getColumns().add(backup);
    getColumns().add(created);
    getColumns()
        .add(
            column(
                "Last used",
                100,
                c -> c.lastUsed().orElse(Instant.MIN),
                at -> at.equals(Instant.MIN) ? "never" : moments.relative(at)));
    BooleanBinding roomy = widthProperty().greaterThan(ROOMY);
    backup.visibleProperty().bind(roomy);
    created.visibleProperty().bind(roomy);
    SortedList<Credential> sorted = new SortedList<>(credentials);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setRowFactory(table -> new Row());
  }

  /** What to call a credential: its label, else its model, else the start of its id. */
  public static String name(Credential credential) {
    if (!credential.label().isEmpty()) {
      return credential.label();
    }
    return credential
        .model()
        .orElseGet(
            () -> credential.id().substring(0, Math.min(12, credential.id().length())) + "…");
  }

  private static <T extends Comparable<? super T>> TableColumn<Credential, T> column(
      String title, double width, Function<Credential, T> value, Function<? super T, String> text) {
    TableColumn<Credential, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(60);
    column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(value.apply(data.getValue())));
    column.setComparator(Comparator.naturalOrder());
    column.setCellFactory(any -> new TextCell<>(text));
    return column;
  }

  /** A cell whose text is cut where there is no room, with the whole in a tooltip. */
  private static final class TextCell<T> extends TableCell<Credential, T> {
    private final Function<? super T, String> text;
    private final Label label = Texts.oneLine("");

    TextCell(Function<? super T, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      label.setText(text.apply(item));
      setGraphic(label);
    }
  }

  /** A row that a possible clone stands out in. */
  private static final class Row extends TableRow<Credential> {
    private static final PseudoClass CLONE = PseudoClass.getPseudoClass("clone");

    @Override
    protected void updateItem(@Nullable Credential item, boolean empty) {
      super.updateItem(item, empty);
      pseudoClassStateChanged(CLONE, !empty && item != null && item.possibleClone());
    }
  }
}
