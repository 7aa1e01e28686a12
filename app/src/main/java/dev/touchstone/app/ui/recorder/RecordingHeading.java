package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.recorder.RecorderViewModel.Side;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What the chosen recording is, and what can be done with it. */
final class RecordingHeading extends HBox {

  /** Below this width the buttons are icons alone. */
  private static final double ROOMY = 620;

  private final Moments moments;
  private final Label title = Texts.oneLine("", "section-title");
  private final Label about = Texts.oneLine("", "caption");
  private final Button back = button("back-to-timeline", "Timeline", MaterialDesignA.ARROW_LEFT);
  private final Button compare =
      button("compare-recording", "Compare", MaterialDesignC.COMPARE_HORIZONTAL);
  private final Button replay = button("replay-recording", "Replay", MaterialDesignR.REPLAY);
  private final Button export =
      button("export-recording", "Export", MaterialDesignE.EXPORT_VARIANT);
  private final Button delete =
      button("delete-recording", "Delete", MaterialDesignT.TRASH_CAN_OUTLINE);
  private final HBox buttons = new HBox();

  RecordingHeading(RecorderViewModel model, Moments moments) {
    this.moments = moments;
    VBox words = new VBox(title, about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    back.setOnAction(event -> model.show(Side.TIMELINE));
    compare.setOnAction(event -> model.show(Side.COMPARISON));
    replay.setOnAction(event -> model.show(Side.REPLAY));
    export.setOnAction(event -> model.askForExport());
    delete.getStyleClass().addAll("danger", "button-outlined");
    delete.setOnAction(event -> model.askToDelete());
    buttons.getStyleClass().add("page-actions");
    buttons.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(words, buttons);
    getStyleClass().add("user-line");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    widthProperty().subscribe(width -> roomy(width.doubleValue() >= ROOMY));
    model.sideProperty().subscribe(this::show);
  }

  /** Tells of another recording. */
  void show(RecordingItem item) {
    title.setText(RecordingCell.name(item, moments));
    about.setText(
        item.recording()
            .map(it ->
                String.join(" · ", it.header().program(), it.header().system(), it.header().java()))
            .orElse(""));
    boolean readable = item.recording().isPresent();
    compare.setDisable(!readable);
    replay.setDisable(!readable);
    export.setDisable(!readable);
    delete.setDisable(item.live());
  }

  private void show(Side side) {
    switch (side) {
      case TIMELINE -> buttons.getChildren().setAll(compare, replay, export, delete);
      case COMPARISON, REPLAY -> buttons.getChildren().setAll(back);
    }
  }

  private void roomy(boolean roomy) {
    for (Button button : new Button[] {compare, replay, export, delete}) {
      button.setContentDisplay(roomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    }
  }

  private static Button button(String id, String words, Ikon icon) {
    Button button = new Button(words, Icons.of(icon));
    button.setId(id);
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    return button;
  }
}
