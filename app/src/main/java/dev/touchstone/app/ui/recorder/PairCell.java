package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.key.trace.compare.Comparison.Pair;
import dev.touchstone.key.trace.compare.Exchange;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/** A command on both sides, with a sign between them that says whether they are the same. */
final class PairCell extends ListCell<Pair> {

  private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");

  private final Side left = new Side();
  private final Side right = new Side();
  private final FontIcon sign = Icons.of(MaterialDesignE.EQUAL, "pair-sign");
  private final Label count = new Label();
  private final GridPane grid = new GridPane();

  PairCell() {
    count.getStyleClass().add("caption");
    HBox middle = new HBox(sign, count);
    middle.getStyleClass().add("pair-middle");
    middle.setAlignment(Pos.CENTER);
    grid.addRow(0, left, middle, right);
    grid.getColumnConstraints().addAll(side(), new ColumnConstraints(56, 56, 56), side());
    grid.setAlignment(Pos.CENTER_LEFT);
    grid.setMinWidth(0);
    setPrefWidth(0);
  }

  private static ColumnConstraints side() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(0);
    column.setPrefWidth(100);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  @Override
  protected void updateItem(@Nullable Pair pair, boolean empty) {
    super.updateItem(pair, empty);
    pseudoClassStateChanged(DIFFERENT, !empty && pair != null && !pair.same());
    if (empty || pair == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    left.show(pair.left());
    right.show(pair.right());
    sign.setIconCode(pair.same() ? MaterialDesignE.EQUAL : MaterialDesignN.NOT_EQUAL_VARIANT);
    int differences = pair.differences().size();
    count.setText(differences == 0 ? "" : Integer.toString(differences));
    setAccessibleText(words(pair));
    setGraphic(grid);
  }

  private static String words(Pair pair) {
    String title = pair.left().or(pair::right).map(Exchange::title).orElse("");
    if (pair.same()) {
      return title + ", the same";
    }
    if (pair.left().isEmpty()) {
      return title + ", only at the right";
    }
    if (pair.right().isEmpty()) {
      return title + ", only at the left";
    }
    return title + ", " + pair.differences().size() + " differences";
  }

  /** One side of a row. */
  private static final class Side extends HBox {
    private final Label title = Texts.oneLine("", "pair-title");
    private final Label outcome = Texts.oneLine("", "line-outcome");

    Side() {
      getChildren().addAll(title, outcome);
      getStyleClass().add("line");
      setAlignment(Pos.CENTER_LEFT);
      setMinWidth(0);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
    }

    void show(Optional<Exchange> exchange) {
      title.setText(exchange.map(it -> EntryLine.shortTitle(it.title())).orElse("–"));
      outcome.setText(exchange.map(Side::ended).orElse(""));
    }

    private static String ended(Exchange exchange) {
      return exchange.elapsed() < 0
          ? exchange.outcome()
          : String.format(Locale.ROOT, "%s, %.0f ms", exchange.outcome(), exchange.elapsed() / 1e6);
    }
  }
}
