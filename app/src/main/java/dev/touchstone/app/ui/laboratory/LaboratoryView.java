package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Landing;
import dev.touchstone.app.ui.kit.Page;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.RemoveLabKey;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabPower;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Virtual keys on a shelf at the left, the chosen one on the bench at the right. */
public final class LaboratoryView extends StackPane implements Landing {

  private final LaboratoryViewModel model;
  private final ZoneId zone;
  private final Page page;
  private final ListView<LabKey> shelf;
  private final VBox notes = new VBox();
  private final StackPane bench = new StackPane();
  private final HBox both;
  private final Veil veil = new Veil();
  private @Nullable NamePane asking;

  /**
   * @param zone for times of day in the log
   */
  public LaboratoryView(LaboratoryViewModel model, ZoneId zone) {
    this.model = model;
    this.zone = zone;
    Button fresh = new Button("New key", Icons.of(MaterialDesignP.PLUS));
    fresh.setId("lab-new");
    fresh.setOnAction(event -> model.questions().askForNewKey());
    Button trust = new Button("Root and metadata", Icons.of(MaterialDesignC.CERTIFICATE_OUTLINE));
    trust.setId("lab-trust");
    trust.setOnAction(event -> model.questions().askWhatToTrust());
    page =
        new Page(
            "Laboratory",
            "Virtual keys: plug them in, touch them, clone them, let them misbehave.",
            trust,
            fresh);
    shelf = new ListView<>(model.keys());
    shelf.setId("shelf");
    shelf.setAccessibleText("Virtual keys");
    shelf.getStyleClass().add("side-list");
    shelf.setCellFactory(view -> new ShelfCell());
    notes.getStyleClass().add("user-heading");
    notes.managedProperty().bind(notes.visibleProperty());
    bench.setMinWidth(0);
    VBox.setVgrow(bench, Priority.ALWAYS);
    VBox right = new VBox(notes, bench);
    right.getStyleClass().add("accounts-right");
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    both = new HBox(shelf, right);
    both.getStyleClass().add("side-by-side");
    getChildren().addAll(page, veil);

    shelf
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(key -> {
          if (key != null) {
            model.choose(key);
          }
        });
    model
        .keys()
        .addListener((ListChangeListener<LabKey>) change -> Platform.runLater(this::showShelf));
    model.powerProperty().subscribe(this::showShelf);
    model.failureProperty().subscribe(this::showNotes);
    model.shownProperty().subscribe(this::showBench);
    model.questions().questionProperty().subscribe(this::ask);
    showShelf();
  }

  @Override
  public void land() {
    model.land();
    Focus.on(shelf);
  }

  private void showShelf() {
    showNotes();
    if (!model.keys().isEmpty()) {
      page.show(both);
      selectChosen();
    } else if (model.powerProperty().get().isPresent()) {
      page.show(
          new EmptyState(
              MaterialDesignF.FLASK_OUTLINE, "The shelf is empty", "Make a key to begin."));
    } else if (model.failureProperty().get().isPresent()) {
      page.show(new VBox(new AdvicePanel(model.failureProperty().get().get())));
    } else {
      page.show(new Waiting("Opening the laboratory"));
    }
  }

  /** A key that was read anew is another record, and the list forgets that it was chosen. */
  private void selectChosen() {
    Optional<LabKey> chosen =
        model.keys().stream()
            .filter(key -> model.chosen().equals(Optional.of(key.name())))
            .findFirst();
    if (chosen.isEmpty() && model.chosen().isPresent()) {
      // A key that was just made; the shelf is being read again.
      return;
    }
    LabKey now = chosen.orElseGet(() -> model.keys().getFirst());
    if (!now.equals(shelf.getSelectionModel().getSelectedItem())) {
      shelf.getSelectionModel().select(now);
    }
  }

  private void showNotes() {
    notes.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> notes.getChildren().add(new AdvicePanel(advice)));
    if (model.powerProperty().get().equals(Optional.of(LabPower.ELSEWHERE))) {
      notes
          .getChildren()
          .add(
              new Panel(
                  Tone.INFO, "Another Touchstone runs this laboratory; both see the same keys."));
    }
    notes.setVisible(!notes.getChildren().isEmpty());
  }

  private void showBench() {
    if (model.shownProperty().get().isEmpty()) {
      bench.getChildren().setAll(new Waiting("Reading the key"));
      return;
    }
    var result = model.shownProperty().get().get();
    KeyBench current =
        !bench.getChildren().isEmpty() && bench.getChildren().getFirst() instanceof KeyBench shown
            ? shown
            : null;
    if (current == null || !current.name().equals(result.key().name())) {
      current = new KeyBench(model, result.key().name(), zone);
      bench.getChildren().setAll(current);
    }
    current.show(result);
    current.show(model.faultsProperty().get());
  }

  private void ask(Question question) {
    switch (question) {
      case Question.None() -> {
        asking = null;
        veil.hide();
      }
      case Question.NewKey newKey ->
          dialog("New key", NamePane.forNewKey(model.questions(), newKey));
      case Question.Clone clone ->
          dialog("Clone " + clone.original(), NamePane.forClone(model.questions(), clone));
      case Question.Trust(String pem) ->
          new Dialog(
                  "lab-dialog",
                  "Trust the laboratory",
                  model.questions()::dismiss,
                  new TrustPane(model.questions(), pem))
              .open(veil);
      case Question.Remove(var preview) -> confirmation(preview).ask(veil);
    }
  }

  private void dialog(String title, NamePane pane) {
    asking = pane.like(asking);
    new Dialog("lab-dialog", title, model.questions()::dismiss, pane).open(veil);
    pane.land();
  }

  private Confirmation confirmation(RemoveLabKey.Preview preview) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        preview
            .memory()
            .map(memory ->
                switch (memory.credentials().size()) {
                  case 0 -> "It holds no discoverable credential.";
                  case 1 -> "Its only discoverable credential goes with it.";
                  default ->
                      "All of its %d discoverable credentials go with it."
                          .formatted(memory.credentials().size());
                })
            .orElse("Its memory cannot be read."));
    sentences.add(
        "Credentials that other servers know by their ids can no longer be used either. There is no"
            + " way back.");
    return new Confirmation(
        "Throw away " + preview.key().name() + "?",
        sentences,
        "Throw away",
        () -> model.questions().remove(preview.key().name()),
        model.questions()::dismiss);
  }
}
