package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.ceremony.Step;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The steps of a verification in their order; they come in one by one, the failed ones open. */
public final class StepList extends VBox {

  private static final Duration PACE = Duration.millis(28);

  private final List<StepRow> rows;
  private boolean shown;

  public StepList(List<Step> steps) {
    getStyleClass().add("step-list");
    setMinHeight(USE_PREF_SIZE);
    rows = steps.stream().map(StepRow::new).toList();
    rows.stream().filter(row -> row.step().outcome() == Step.Outcome.FAILED).forEach(StepRow::open);
    getChildren().setAll(rows);
    sceneProperty().subscribe(this::comeIntoScene);
  }

  /** Lets the rows come in one after the other, once, unless the system asks for less motion. */
  private void comeIntoScene(@Nullable Scene scene) {
    if (scene != null && !shown) {
      shown = true;
      if (!scene.getPreferences().isReducedMotion()) {
        comeIn();
      }
    }
  }

  private void comeIn() {
    Timeline timeline = new Timeline();
    for (int i = 0; i < rows.size(); i++) {
      StepRow row = rows.get(i);
      row.setOpacity(0);
      timeline.getKeyFrames().add(new KeyFrame(PACE.multiply(i), shown -> row.setOpacity(1)));
    }
    timeline.play();
  }

  /** The first row that a person wants to see when something failed. */
  Optional<Node> firstFailed() {
    return rows.stream()
        .filter(row -> row.step().outcome() == Step.Outcome.FAILED)
        .<Node>map(row -> row)
        .findFirst();
  }

  /** Hides or shows the steps that do not apply. */
  public void showNotApplicable(boolean shown) {
    for (StepRow row : rows) {
      boolean visible = shown || row.step().outcome() != Step.Outcome.NOT_APPLICABLE;
      row.setVisible(visible);
      row.setManaged(visible);
    }
  }
}
