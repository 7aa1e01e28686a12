package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.file.Recording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** A row of the timeline. It reads its entry when it comes into view, and only then. */
final class LineCell extends ListCell<Line> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final PseudoClass PERSON = PseudoClass.getPseudoClass("person");
  private static final PseudoClass PARTY = PseudoClass.getPseudoClass("party");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");

  private final Supplier<Optional<Recording>> recording;
  private final ZoneId zone;
  private final FontIcon icon = Icons.of(MaterialDesignA.ARROW_RIGHT_THIN, "line-icon");
  private final Label time = new Label();
  private final Label key = Texts.oneLine("", "line-key");
  private final Label title = Texts.oneLine("", "line-title");
  private final Label outcome = Texts.oneLine("", "line-outcome");
  private final Label content = new Label();
  private final HBox box = new HBox(icon, time, key, title, outcome, content);

  LineCell(Supplier<Optional<Recording>> recording, ZoneId zone) {
    this.recording = recording;
    this.zone = zone;
    time.getStyleClass().add("line-time");
    content.getStyleClass().add("line-content");
    content.setMinWidth(0);
    content.setPrefWidth(0);
    content.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(content, Priority.ALWAYS);
    box.getStyleClass().add("line");
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    Optional<Recording> in = recording.get();
    if (empty || line == null || in.isEmpty() || line.entry() >= in.get().size()) {
      mark(EntryLine.Whose.KEY, Tone.INFO);
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Entry entry = in.get().get(line.entry());
    EntryLine words = EntryLine.of(in.get(), line);
    mark(words.whose(), words.tone());
    icon.setIconCode(icon(words.whose()));
    time.setText(time(in.get(), entry, zone));
    key.setText(words.key());
    title.setText(words.title());
    outcome.setText(words.outcome());
    content.setText(words.content());
    setAccessibleText(
        String.join(
            ", ",
            said(words.whose()),
            words.key(),
            words.title(),
            words.outcome(),
            time.getText()));
    setGraphic(box);
  }

  /** The time of day of an entry. */
  static String time(Recording recording, Entry entry, ZoneId zone) {
    Instant at = recording.header().started().plusNanos(entry.nanos());
    return TIME.format(at.atZone(zone));
  }

  private void mark(EntryLine.Whose whose, Tone tone) {
    pseudoClassStateChanged(PERSON, whose == EntryLine.Whose.PERSON);
    pseudoClassStateChanged(PARTY, whose == EntryLine.Whose.PARTY);
    pseudoClassStateChanged(BAD, tone == Tone.BAD);
    pseudoClassStateChanged(QUIET, tone == Tone.NEUTRAL);
  }

  static Ikon icon(EntryLine.Whose whose) {
    return switch (whose) {
      case TO_KEY -> MaterialDesignA.ARROW_RIGHT_THIN;
      case FROM_KEY -> MaterialDesignA.ARROW_LEFT_THIN;
      case KEY -> MaterialDesignU.USB_FLASH_DRIVE_OUTLINE;
      case PERSON -> MaterialDesignA.ACCOUNT_OUTLINE;
      case PARTY -> MaterialDesignS.SERVER;
      case RECORDER -> MaterialDesignI.INFORMATION_OUTLINE;
    };
  }

  /** In words, for those who do not see the arrow. */
  static String said(EntryLine.Whose whose) {
    return switch (whose) {
      case TO_KEY -> "To the key";
      case FROM_KEY -> "From the key";
      case KEY -> "Connection";
      case PERSON -> "The person";
      case PARTY -> "The relying party";
      case RECORDER -> "The recorder";
    };
  }
}
