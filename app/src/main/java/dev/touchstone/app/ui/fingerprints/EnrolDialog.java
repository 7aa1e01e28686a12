package dev.touchstone.app.ui.fingerprints;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.errand.Errand.Phase;
import dev.touchstone.app.ui.errand.PromptPane;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.key.manage.fingerprint.EnrolmentProgress;
import dev.touchstone.key.manage.fingerprint.SampleStatus;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A finger that is being enrolled: how far it is, and what the sensor made of the last sample. */
final class EnrolDialog extends VBox {

  private final FingerprintsViewModel model;
  private final Veil veil;
  private final Button cancel = new Button("Cancel");
  private final PromptPane prompts;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label count = Texts.sectionTitle("");
  private final Label last = Texts.body("");

  private EnrolDialog(Veil veil, FingerprintsViewModel model) {
    this.veil = veil;
    this.model = model;
    this.prompts = new PromptPane(model.enrolment().person(), cancel);
    getStyleClass().add("dialog-body");
    setSpacing(12);
    bar.setId("enrol-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Samples of the finger");
    last.setId("enrol-status");
    last.setGraphicTextGap(8);
    cancel.setId("cancel-enrolment");
    cancel.setOnAction(event -> model.enrolment().cancel());
  }

  /** From now on the dialog lies on the veil whenever a finger is enrolled. */
  static void on(Veil veil, FingerprintsViewModel model) {
    EnrolDialog dialog = new EnrolDialog(veil, model);
    model.enrolment().phaseProperty().subscribe(dialog::show);
    model.progressProperty().subscribe(dialog::show);
  }

  private void show(Optional<EnrolmentProgress> progress) {
    bar.setProgress(progress.map(it -> it.good() / (double) it.wanted()).orElse(0.0));
    count.setText(
        progress
            .map(it -> "%d of %d samples".formatted(it.good(), it.wanted()))
            .orElse("No sample yet"));
    boolean bad = progress.filter(it -> it.last() != SampleStatus.GOOD).isPresent();
    last.setGraphic(bad ? Badge.withIcon("Once more", Tone.WARNING) : null);
    last.setText(
        progress
            .map(it -> it.last().sentence())
            .orElse("Lay the finger on the sensor and lift it, until the key has enough."));
  }

  private void show(Phase phase) {
    switch (phase) {
      case Phase.Idle() -> {
        prompts.rest();
        if (getScene() != null) {
          veil.hide();
        }
      }
      case Phase.Running(String words) -> {
        getChildren().setAll(count, bar, last, prompts, foot(cancel));
        open();
        prompts.run(words);
      }
      case Phase.Failed(Advice advice) -> {
        prompts.rest();
        Button close = new Button("Close");
        close.setId("close-enrolment");
        close.getStyleClass().add("accent");
        close.setDefaultButton(true);
        close.setOnAction(event -> model.enrolment().dismiss());
        getChildren().setAll(new AdvicePanel(advice), foot(close));
        open();
        Focus.on(close);
      }
    }
  }

  private void open() {
    if (getScene() == null || !veil.isVisible()) {
      new Dialog("enrolment", "Enrol a finger", this::close, this).open(veil);
    }
  }

  private void close() {
    if (model.enrolment().isRunning()) {
      model.enrolment().cancel();
    } else {
      model.enrolment().dismiss();
    }
  }

  private static HBox foot(Button button) {
    HBox foot = new HBox(button);
    foot.setAlignment(Pos.CENTER);
    foot.setMinHeight(USE_PREF_SIZE);
    return foot;
  }
}
