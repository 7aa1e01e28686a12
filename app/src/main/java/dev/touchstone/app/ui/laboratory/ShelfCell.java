package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.fixture.lab.LabKey;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A key on the shelf: its name, and the state that it is in. */
final class ShelfCell extends ListCell<LabKey> {

  private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");
  private static final PseudoClass BLINKING = PseudoClass.getPseudoClass("blinking");

  private final Label name = Texts.oneLine("", "cell-title");
  private final Label state = Texts.oneLine("", "cell-caption");
  private final FontIcon icon = Icons.of(MaterialDesignM.MEMORY, "cell-icon");
  private final HBox box;

  ShelfCell() {
    VBox words = new VBox(name, state);
    words.getStyleClass().add("cell-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    box = new HBox(icon, words);
    box.getStyleClass().add("cell");
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable LabKey key, boolean empty) {
    super.updateItem(key, empty);
    LabKey there = empty ? null : key;
    pseudoClassStateChanged(OUT, there != null && !there.pluggedIn());
    pseudoClassStateChanged(BLINKING, there != null && there.waiting().isPresent());
    if (there == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    show(there);
    setGraphic(box);
  }

  private void show(LabKey key) {
    name.setText(key.name());
    state.setText(words(key));
    icon.setIconCode(
        key.damage().isPresent()
            ? MaterialDesignA.ALERT
            : key.waiting().isPresent()
                ? MaterialDesignF.FINGERPRINT
                : key.pluggedIn()
                    ? MaterialDesignM.MEMORY
                    : MaterialDesignP.POWER_PLUG_OFF_OUTLINE);
    setAccessibleText(key.name() + ", " + words(key));
  }

  /** Such as "Touchstone Virtual Key · pulled out · 2 faults". */
  static String words(LabKey key) {
    if (key.damage().isPresent()) {
      return "cannot be used";
    }
    List<String> words = new ArrayList<>();
    if (key.waiting().isPresent()) {
      words.add("blinks");
    } else if (!key.pluggedIn()) {
      words.add("pulled out");
    }
    int faults = key.faults().size();
    if (faults > 0) {
      words.add(faults == 1 ? "1 fault" : faults + " faults");
    }
    words.add(key.model());
    return String.join(" · ", words);
  }
}
