package dev.touchstone.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The stages of something in their order: those behind, the one at hand, those ahead. */
public final class StageStrip extends HBox {

  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  private final List<String> names;
  private final List<StackPane> discs = new ArrayList<>();
  private final List<VBox> items = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();

  public StageStrip(List<String> names) {
    this.names = List.copyOf(names);
    getStyleClass().add("stage-strip");
    setAlignment(Pos.TOP_CENTER);
    setMinHeight(USE_PREF_SIZE);
    for (String name : names) {
      if (!items.isEmpty()) {
        Region line = new Region();
        line.getStyleClass().add("stage-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        lines.add(line);
        getChildren().add(line);
      }
      StackPane disc = new StackPane();
      disc.getStyleClass().add("stage-disc");
      disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
      Label label = new Label(name);
      label.getStyleClass().add("stage-name");
      label.setMinWidth(USE_PREF_SIZE);
      VBox item = new VBox(disc, label);
      item.getStyleClass().add("stage");
      item.setAlignment(Pos.TOP_CENTER);
      discs.add(disc);
      items.add(item);
      getChildren().add(item);
    }
  }

  /**
   * Shows how far it has come.
   *
   * @param current index of the stage at hand; the number of stages when all are behind
   * @param broken whether it ended at that stage
   */
  public void show(int current, boolean broken) {
    for (int i = 0; i < items.size(); i++) {
      VBox item = items.get(i);
      boolean at = i == current;
      item.pseudoClassStateChanged(DONE, i < current);
      item.pseudoClassStateChanged(CURRENT, at && !broken);
      item.pseudoClassStateChanged(BROKEN, at && broken);
      discs
          .get(i)
          .getChildren()
          .setAll(
              i < current
                  ? Icons.of(MaterialDesignC.CHECK)
                  : at && broken
                      ? Icons.of(MaterialDesignC.CLOSE)
                      : new Label(Integer.toString(i + 1)));
      if (i > 0) {
        lines.get(i - 1).pseudoClassStateChanged(DONE, i <= current);
      }
    }
    setAccessibleText(
        current >= names.size()
            ? "All stages done"
            : "Stage %d of %d: %s".formatted(current + 1, names.size(), names.get(current)));
  }
}
