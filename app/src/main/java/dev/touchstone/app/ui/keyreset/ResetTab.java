package dev.touchstone.app.ui.keyreset;

import dev.touchstone.app.ui.keys.KeyTab;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.usecase.KeyDescription;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Where a reset begins: what it is, and a button that looks what would be lost. */
public final class ResetTab implements KeyTab {

  private final ResetViewModel model;

  /**
   * @param veil for the dialog, which stays while the key is taken out and this tab goes away
   */
  public ResetTab(ResetViewModel model, Veil veil) {
    this.model = model;
    ResetPane.on(veil, model);
  }

  @Override
  public String title() {
    return "Reset";
  }

  @Override
  public Node show(KeyDescription description) {
    if (description.info().isU2fOnly()) {
      return new EmptyState(
          MaterialDesignR.RESTORE_ALERT,
          "This key cannot be reset",
          "It speaks U2F only, which knows no reset. Delete its registrations at the websites.");
    }
    Button look = new Button("See what would be lost…");
    look.setId("reset-look");
    look.getStyleClass().add("danger");
    look.setOnAction(event -> model.open(description.key()));
    VBox words =
        new VBox(
            Texts.body(
                "The key forgets every credential, its PIN, fingerprints, large blobs and settings,"
                    + " for good. Nobody can sign in with it any more, wherever it is registered."),
            Texts.body(
                "You take the key out and put it back, and touch it within ten seconds. Nothing is"
                    + " lost before you have seen what it is and typed a word."),
            look);
    words.getStyleClass().add("setting-form");
    VBox column = new VBox(new Panel(Tone.BAD, "Deletes everything on the key", words));
    column.getStyleClass().add("key-detail");
    return Scroll.column(column, 760);
  }

  /** A reset goes on while its key is out. */
  @Override
  public void leave() {}
}
