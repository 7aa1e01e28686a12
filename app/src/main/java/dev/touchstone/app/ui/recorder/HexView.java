package dev.touchstone.app.ui.recorder;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Bytes in rows of sixteen, with those that were covered standing out. */
final class HexView extends ListView<HexRow> {

  HexView(String name, List<HexRow> rows) {
    setAccessibleText(name);
    getStyleClass().add("hex-view");
    setCellFactory(view -> new Cell());
    getItems().setAll(rows);
  }

  private static final class Cell extends ListCell<HexRow> {

    @Override
    protected void updateItem(@Nullable HexRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      setAccessibleText(HexRow.text(List.of(row)));
      setGraphic(
          switch (row) {
            case HexRow.Title(String words) -> title(words);
            case HexRow.Bytes bytes -> flow(bytes);
          });
    }

    private static Label title(String words) {
      Label label = new Label(words);
      label.getStyleClass().add("hex-title");
      return label;
    }

    private static TextFlow flow(HexRow.Bytes row) {
      TextFlow flow = new TextFlow();
      add(flow, String.format(Locale.ROOT, "%04x  ", row.offset()), "hex-offset");
      int from = 0;
      while (from < row.bytes().length) {
        int to = from;
        while (to < row.bytes().length && row.masked()[to] == row.masked()[from]) {
          to++;
        }
        boolean masked = row.masked()[from];
        String hex =
            masked
                ? "▒▒ ".repeat(to - from)
                : HexFormat.ofDelimiter(" ").formatHex(row.bytes(), from, to) + " ";
        add(flow, hex, masked ? "hex-masked" : "hex-bytes");
        from = to;
      }
      add(
          flow,
          "   ".repeat(HexRow.WIDTH - row.bytes().length) + " " + letters(row),
          "hex-letters");
      return flow;
    }

    private static String letters(HexRow.Bytes row) {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < row.bytes().length; i++) {
        byte octet = row.bytes()[i];
        letters.append(row.masked()[i] ? '▒' : octet >= 0x20 && octet < 0x7f ? (char) octet : '.');
      }
      return letters.toString();
    }

    private static void add(TextFlow flow, String words, String styleClass) {
      Text text = new Text(words);
      text.getStyleClass().addAll("mono", styleClass);
      flow.getChildren().add(text);
    }
  }
}
