package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.usecase.trace.SummariseRecording;
import dev.touchstone.app.usecase.trace.SummariseRecording.Summary;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A recording in the list: when, what, which keys, and whether something failed. */
final class RecordingCell extends ListCell<RecordingItem> {

  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final Moments moments;
  private final Label when = Texts.oneLine("", "cell-title");
  private final Label keys = Texts.oneLine("", "cell-caption");
  private final Label size = Texts.oneLine("", "cell-caption");
  private final Label failures = Texts.oneLine("", "cell-caption", "failures");
  private final Badge live = new Badge("Live", Tone.INFO);
  private final VBox box;

  RecordingCell(Moments moments) {
    this.moments = moments;
    HBox.setHgrow(when, Priority.ALWAYS);
    when.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(when, live);
    head.setAlignment(Pos.CENTER_LEFT);
    live.managedProperty().bind(live.visibleProperty());
    failures.managedProperty().bind(failures.visibleProperty());
    box = new VBox(head, keys, size, failures);
    box.getStyleClass().add("cell-words");
    box.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable RecordingItem item, boolean empty) {
    super.updateItem(item, empty);
    pseudoClassStateChanged(FAILED, false);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    when.setText(when(item, moments));
    live.setVisible(item.live());
    keys.setText(item.summary().map(it -> command(item) + keys(it)).orElse(" "));
    size.setText(
        item.recording().map(it -> entries(it.size()) + " · ").orElse("cannot be read · ")
            + bytes(item.kept().bytes()));
    int failed = item.summary().map(Summary::failures).orElse(0);
    failures.setText(failed == 0 ? "" : failed(item.summary().orElseThrow()));
    failures.setVisible(failed > 0);
    pseudoClassStateChanged(FAILED, failed > 0);
    setAccessibleText(
        String.join(", ", when.getText(), keys.getText(), size.getText(), failures.getText()));
    setGraphic(box);
  }

  /** When it was, and of what. */
  static String name(RecordingItem item, Moments moments) {
    return when(item, moments) + (item.command().isEmpty() ? "" : ", " + item.command());
  }

  private static String when(RecordingItem item, Moments moments) {
    return item.recording()
        .map(it -> moments.absolute(it.header().started()))
        .orElse(item.kept().id());
  }

  private static String command(RecordingItem item) {
    return item.command().isEmpty() ? "" : item.command() + " · ";
  }

  private static String keys(Summary summary) {
    return summary.keys().isEmpty()
        ? "No key"
        : summary.keys().stream()
            .map(key -> key.device().name())
            .distinct()
            .collect(Collectors.joining(", "));
  }

  /** Which key it was, where there is more than one. */
  private static String failed(Summary summary) {
    String count =
        summary.failures() == 1 ? "1 failure" : "%,d failures".formatted(summary.failures());
    long keysThatFailed = summary.keys().stream().filter(key -> key.failures() > 0).count();
    return summary.keys().size() < 2 || keysThatFailed == 0
        ? count
        : count
            + summary.keys().stream()
                .filter(key -> key.failures() > 0)
                .map(SummariseRecording.Key::device)
                .map(device -> device.id())
                .collect(Collectors.joining(", ", ": ", ""));
  }

  static String entries(int count) {
    return count == 1 ? "1 entry" : "%,d entries".formatted(count);
  }

  static String bytes(long count) {
    if (count < 10_000) {
      return "%,d bytes".formatted(count);
    }
    return count < 1_000_000
        ? "%,d kB".formatted(count / 1000)
        : String.format(Locale.ROOT, "%,.1f MB", count / 1e6);
  }
}
