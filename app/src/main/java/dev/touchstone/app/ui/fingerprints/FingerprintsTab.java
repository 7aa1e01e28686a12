package dev.touchstone.app.ui.fingerprints;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.errand.ErrandDialog;
import dev.touchstone.app.ui.fingerprints.FingerprintsViewModel.State;
import dev.touchstone.app.ui.keys.KeyTab;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.key.manage.fingerprint.DeleteFingerprint.Deletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The tab "Fingerprints" of a key. */
public final class FingerprintsTab implements KeyTab {

  private final FingerprintsViewModel model;
  private final FingerprintList list;
  private final StackPane content = new StackPane();
  private final Veil veil = new Veil();

  public FingerprintsTab(FingerprintsViewModel model) {
    this.model = model;
    this.list = new FingerprintList(model, veil);
    content.setId("key-fingerprints");
    content.setMinHeight(0);
    ErrandDialog.on(veil, "Fingerprints of the key", model.errand());
    EnrolDialog.on(veil, model);
    model.stateProperty().subscribe(this::show);
    model.deletionProperty().subscribe(this::ask);
  }

  @Override
  public String title() {
    return "Fingerprints";
  }

  @Override
  public Node show(KeyDescription key) {
    model.show(key.key());
    return content;
  }

  @Override
  public Optional<Veil> veil() {
    return Optional.of(veil);
  }

  @Override
  public void leave() {
    model.leave();
  }

  private void show(State state) {
    content
        .getChildren()
        .setAll(
            switch (state) {
              case State.Nothing() -> new StackPane();
              case State.Looking() -> new Waiting("Looking at the key");
              case State.Locked(var sensor) ->
                  new EmptyState(
                      MaterialDesignL.LOCK_OUTLINE,
                      "The key shows its fingerprints to who knows its PIN",
                      FingerprintWords.sensor(sensor),
                      unlock());
              case State.Listed(var sensor, var fingerprints) -> {
                list.show(sensor, fingerprints);
                yield list;
              }
              case State.Failed(Advice advice) ->
                  new EmptyState(
                      MaterialDesignF.FINGERPRINT_OFF,
                      advice.happened(),
                      (advice.cost() + " " + advice.next()).strip());
            });
  }

  private Button unlock() {
    Button unlock = new Button("Unlock…", Icons.of(MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE));
    unlock.setId("unlock-fingerprints");
    unlock.getStyleClass().add("accent");
    unlock.setOnAction(event -> model.unlock());
    return unlock;
  }

  private void ask(Optional<Deletion> deletion) {
    if (deletion.isEmpty()) {
      veil.hide();
      return;
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The key does not know this finger any more: %s."
            .formatted(FingerprintWords.title(deletion.get().fingerprint())));
    if (deletion.get().last()) {
      sentences.add(
          deletion.get().pin()
              ? "It is the last one: from then on the key verifies you by its PIN alone."
              : "It is the last one, and the key has no PIN: nothing verifies you any more.");
    }
    sentences.add("Credentials stay; the finger can be enrolled anew.");
    new Confirmation(
            "Delete this fingerprint?", sentences, "Delete fingerprint", model::delete, model::keep)
        .ask(veil);
  }
}
