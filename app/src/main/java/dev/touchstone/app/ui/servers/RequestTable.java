package dev.touchstone.app.ui.servers;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.http.operation.SeenRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Requests as a table that sorts by any column; the newest on top until somebody sorts. */
final class RequestTable extends TableView<SeenRequest> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  RequestTable(ObservableList<SeenRequest> requests, ZoneId zone) {
    setId("requests");
    setAccessibleText("Requests");
    setMinHeight(200);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Texts.muted("No request yet."));
    getColumns()
        .add(
            column(
                "Time",
                90,
                SeenRequest::at,
                (Instant it) -> Texts.oneLine(TIME.format(it.atZone(zone)))));
    getColumns().add(column("Method", 80, SeenRequest::method, RequestTable::words));
    getColumns().add(column("Path", 300, SeenRequest::path, RequestTable::words));
    getColumns()
        .add(
            column(
                "Status",
                80,
                SeenRequest::status,
                (Integer it) -> new Badge(it.toString(), tone(it))));
    getColumns()
        .add(
            column(
                "Took",
                90,
                SeenRequest::took,
                (Duration it) -> Texts.oneLine("%.1f ms".formatted(it.toNanos() / 1e6))));
    getColumns().add(column("From", 120, SeenRequest::address, RequestTable::words));
    SortedList<SeenRequest> sorted = new SortedList<>(requests);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  /** RFC 9110 §15: the first digit is the class of the answer. */
  static Tone tone(int status) {
    return switch (status / 100) {
      case 1, 3 -> Tone.INFO;
      case 2 -> Tone.GOOD;
      case 4 -> Tone.WARNING;
      default -> Tone.BAD;
    };
  }

  private static Node words(String text) {
    return Texts.oneLine(text);
  }

  private static <T extends Comparable<? super T>> TableColumn<SeenRequest, T> column(
      String title, double width, Function<SeenRequest, T> value, Function<T, Node> graphic) {
    TableColumn<SeenRequest, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(60);
    column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(value.apply(data.getValue())));
    column.setCellFactory(any ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : graphic.apply(item));
          }
        });
    return column;
  }
}
