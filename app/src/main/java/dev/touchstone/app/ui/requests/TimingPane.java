package dev.touchstone.app.ui.requests;

import dev.touchstone.app.request.Confidential;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Hop;
import dev.touchstone.app.request.send.Timing;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.usecase.request.ExchangeWords;
import java.time.Duration;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where the time went, phase by phase, for each request of the exchange. */
final class TimingPane extends StackPane {

  TimingPane(Exchange exchange) {
    VBox all = new VBox(12);
    all.getStyleClass().add("tab-body");
    for (Hop hop : exchange.hops()) {
      all.getChildren()
          .addAll(
              Texts.body(
                  "%s %s".formatted(hop.method(), Confidential.covered(hop.uri().toString()))),
              phases(hop.timing()),
              Texts.caption("%d, from %s".formatted(hop.answer().status(), hop.peer())));
      if (!hop.dropped().isEmpty()) {
        all.getChildren()
            .add(Texts.caption("Not sent to this server: " + String.join(", ", hop.dropped())));
      }
    }
    getChildren().add(new Scroll(all));
  }

  private static GridPane phases(Timing timing) {
    GridPane grid = new GridPane();
    grid.setHgap(12);
    grid.setVgap(6);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(140);
    ColumnConstraints times = new ColumnConstraints();
    times.setMinWidth(90);
    times.setHalignment(HPos.RIGHT);
    ColumnConstraints bars = new ColumnConstraints();
    bars.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, times, bars);
    Duration total = timing.total();
    row(grid, "Look up the name", timing.name(), total);
    row(grid, "Connect", timing.connect(), total);
    row(grid, "Agree on TLS", timing.tls(), total);
    row(grid, "Send", timing.sending(), total);
    row(grid, "Wait for the first byte", timing.waiting(), total);
    row(grid, "Receive", timing.receiving(), total);
    row(grid, "All", total, total);
    return grid;
  }

  private static void row(GridPane grid, String name, Duration time, Duration total) {
    double part = total.isZero() ? 0 : (double) time.toNanos() / total.toNanos();
    ProgressBar bar = new ProgressBar(part);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("%s: %.0f percent".formatted(name, 100 * part));
    Label millis = Texts.mono(ExchangeWords.millis(time) + " ms");
    millis.setMinWidth(USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), Texts.body(name), millis, bar);
  }
}
