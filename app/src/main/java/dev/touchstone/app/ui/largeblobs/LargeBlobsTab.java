package dev.touchstone.app.ui.largeblobs;

import dev.touchstone.app.ui.errand.ErrandDialog;
import dev.touchstone.app.ui.keys.KeyTab;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Dialog;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.app.ui.kit.Waiting;
import dev.touchstone.app.ui.largeblobs.LargeBlobsViewModel.Over;
import dev.touchstone.app.ui.largeblobs.LargeBlobsViewModel.State;
import dev.touchstone.app.usecase.BlobContent;
import dev.touchstone.app.usecase.KeyDescription;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The tab "Large blobs" of a key. */
public final class LargeBlobsTab implements KeyTab {

  private final LargeBlobsViewModel model;
  private final LargeBlobList list;
  private final StackPane content = new StackPane();
  private final Veil veil = new Veil();

  public LargeBlobsTab(LargeBlobsViewModel model, FileChoice files) {
    this.model = model;
    this.list = new LargeBlobList(model, files);
    content.setId("key-large-blobs");
    content.setMinHeight(0);
    ErrandDialog.on(veil, "Large blobs on the key", model.errand());
    model.stateProperty().subscribe(this::show);
    model.overProperty().subscribe(this::lay);
  }

  @Override
  public String title() {
    return "Blobs";
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
              case State.Unsupported(String why) -> {
                int end = why.indexOf(". ");
                yield new EmptyState(
                    MaterialDesignF.FILE_OUTLINE,
                    end < 0 ? why : why.substring(0, end + 1),
                    end < 0 ? "" : why.substring(end + 2));
              }
              case State.Locked() ->
                  new EmptyState(
                      MaterialDesignL.LOCK_OUTLINE,
                      "Whose large blobs are here is shown to who knows the key's PIN",
                      "A large blob is a small file that a key keeps beside a credential, such as"
                          + " an SSH certificate.",
                      unlock());
              case State.Listed(var listing) -> {
                list.show(listing);
                yield new Scroll(list);
              }
              case State.Failed(var advice) -> new AdvicePanel(advice);
            });
  }

  private Button unlock() {
    Button unlock = new Button("Unlock…", Icons.of(MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE));
    unlock.setId("unlock-large-blobs");
    unlock.getStyleClass().add("accent");
    unlock.setOnAction(event -> model.unlock());
    return unlock;
  }

  private void lay(Over over) {
    switch (over) {
      case Over.None() -> veil.hide();
      case Over.Content(var blob, var read) -> read(blob.id(), read);
      case Over.Write(var writing) ->
          ask(
              writing.replaces() ? "Replace this large blob?" : "Write this large blob?",
              LargeBlobWords.preview(writing),
              "Write");
      case Over.Delete(var deletion) ->
          ask("Delete this large blob?", LargeBlobWords.preview(deletion), "Delete large blob");
      case Over.Collect(var collection) -> {
        List<String> sentences = LargeBlobWords.preview(collection);
        if (collection.changesNothing()) {
          VBox body = new VBox(8);
          sentences.forEach(it -> body.getChildren().add(Texts.body(it)));
          body.getStyleClass().add("dialog-body");
          new Dialog("nothing-to-collect", "Collect", model::dismiss, body).open(veil);
        } else {
          ask("Collect large blobs?", sentences, "Collect");
        }
      }
    }
  }

  private void ask(String title, List<String> sentences, String word) {
    new Confirmation(title, sentences, word, model::confirm, model::dismiss).ask(veil);
  }

  private void read(String id, BlobContent read) {
    TextArea text = new LongText(read.text().orElseGet(read::hex));
    text.setId("blob-content");
    text.setEditable(false);
    text.setWrapText(read.text().isPresent());
    text.getStyleClass().add("mono");
    text.setAccessibleText("What is in the large blob");
    VBox body =
        new VBox(
            8,
            Texts.caption(
                "%d bytes; it looks like %s."
                    .formatted(read.bytes().length(), read.kind().words())),
            text);
    body.getStyleClass().add("dialog-body");
    new Dialog("blob", "Large blob " + id, model::dismiss, body).open(veil);
  }
}
