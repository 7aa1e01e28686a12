package dev.touchstone.app.ui.errand;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.errand.Errand.Phase;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Veil;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Lies on a veil while an errand runs or its advice is to be read. */
public final class ErrandDialog extends VBox {

  private final Errand errand;
  private final Veil veil;
  private final String title;
  private final Button cancel = new Button("Cancel");
  private final PromptPane prompts;

  private ErrandDialog(Veil veil, String title, Errand errand) {
    this.errand = errand;
    this.veil = veil;
    this.title = title;
    this.prompts = new PromptPane(errand.person(), cancel);
    getStyleClass().add("dialog-body");
    cancel.setId("cancel-errand");
    cancel.setOnAction(event -> errand.cancel());
  }

  /**
   * From now on the dialog lies on the veil whenever there is something to see.
   *
   * @param title such as {@code Credentials on the key}
   */
  public static void on(Veil veil, String title, Errand errand) {
    ErrandDialog dialog = new ErrandDialog(veil, title, errand);
    errand.phaseProperty().subscribe(dialog::show);
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
        HBox foot = foot(cancel);
        getChildren().setAll(prompts, foot);
        open();
        prompts.run(words);
      }
      case Phase.Failed(Advice advice) -> {
        prompts.rest();
        Button close = new Button("Close");
        close.setId("close-errand");
        close.getStyleClass().add("accent");
        close.setDefaultButton(true);
        close.setOnAction(event -> errand.dismiss());
        getChildren().setAll(new AdvicePanel(advice), foot(close));
        open();
        Focus.on(close);
      }
    }
  }

  private void open() {
    if (getScene() == null || !veil.isVisible()) {
      new Dialog("errand", title, this::close, this).open(veil);
    }
  }

  private void close() {
    if (errand.isRunning()) {
      errand.cancel();
    } else {
      errand.dismiss();
    }
  }

  private static HBox foot(Button button) {
    HBox foot = new HBox(button);
    foot.setAlignment(Pos.CENTER);
    foot.setMinHeight(USE_PREF_SIZE);
    return foot;
  }
}
