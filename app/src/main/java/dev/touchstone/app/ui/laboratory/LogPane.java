package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.fixture.lab.LabEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What a key does, live: the newest line is kept in view. */
final class LogPane extends StackPane {

  LogPane(ObservableList<LabEvent> log, ZoneId zone) {
    ListView<LabEvent> list = new ListView<>(log);
    list.setId("lab-log");
    list.setAccessibleText("What the key does");
    list.getStyleClass().add("lab-log");
    list.setCellFactory(view -> new Cell(zone));
    list.setPlaceholder(
        Texts.muted(
            "Nothing yet. Register or sign in with this key, and each command shows here."));
    log.addListener(
        (ListChangeListener<LabEvent>)
            change -> {
              if (!log.isEmpty()) {
                list.scrollTo(log.size() - 1);
              }
            });
    getChildren().add(list);
  }

  private static final class Cell extends ListCell<LabEvent> {

    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final ZoneId zone;
    private final Label time = new Label();
    private final FontIcon icon = Icons.of(MaterialDesignC.CIRCLE_SMALL, "log-icon");
    private final Label words = Texts.oneLine("", "log-words");
    private final Label detail = Texts.oneLine("", "log-detail");
    private final HBox line = new HBox(time, icon, words, detail);

    Cell(ZoneId zone) {
      this.zone = zone;
      time.getStyleClass().add("log-time");
      time.setMinWidth(USE_PREF_SIZE);
      line.getStyleClass().add("log-line");
      line.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(words, Priority.ALWAYS);
      words.setMaxWidth(Double.MAX_VALUE);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LabEvent event, boolean empty) {
      super.updateItem(event, empty);
      for (Tone tone : Tone.values()) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass(tone.styleClass()), false);
      }
      if (empty || event == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Tone tone = LabWords.tone(event);
      pseudoClassStateChanged(PseudoClass.getPseudoClass(tone.styleClass()), true);
      time.setText(TIME.format(event.at().atZone(zone)));
      icon.setIconCode(
          switch (event) {
            case LabEvent.CommandBegan _ -> MaterialDesignA.ARROW_RIGHT_THIN;
            case LabEvent.CommandEnded _ -> MaterialDesignA.ARROW_LEFT_THIN;
            case LabEvent.Made _,
                LabEvent.Removed _,
                LabEvent.Changed _,
                LabEvent.Plugged _,
                LabEvent.Unplugged _,
                LabEvent.TouchWanted _,
                LabEvent.TouchEnded _,
                LabEvent.Winked _,
                LabEvent.FaultCommitted _,
                LabEvent.WireOpened _,
                LabEvent.WireClosed _ ->
                MaterialDesignC.CIRCLE_SMALL;
          });
      words.setText(LabWords.of(event));
      detail.setText(LabWords.detail(event));
      setAccessibleText(time.getText() + " " + words.getText() + " " + detail.getText());
      setGraphic(line);
    }
  }
}
