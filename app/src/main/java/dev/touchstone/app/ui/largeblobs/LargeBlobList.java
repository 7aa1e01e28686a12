package dev.touchstone.app.ui.largeblobs;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.LargeBlobListing;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.StoredBlob.Owner;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The large blobs with whose they are, then the credentials that could have one. */
final class LargeBlobList extends VBox {

  private final LargeBlobsViewModel model;
  private final FileChoice files;

  LargeBlobList(LargeBlobsViewModel model, FileChoice files) {
    super(8);
    this.model = model;
    this.files = files;
    setId("large-blob-list");
  }

  void show(LargeBlobListing listing) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button collect = button("Collect…", model::askToCollect);
    collect.setId("collect-large-blobs");
    HBox bar =
        new HBox(
            12,
            new Badge(
                LargeBlobWords.room(listing),
                listing.free() < listing.capacity() / 10 ? Tone.WARNING : Tone.NEUTRAL),
            gap,
            collect);
    bar.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(bar);
    listing
        .array()
        .damage()
        .ifPresent(damage ->
            getChildren()
                .add(
                    new Panel(
                        Tone.BAD,
                        "The large blobs on this key are damaged; %s. Collecting replaces them by none."
                            .formatted(damage.words()))));
    listing.doubt().ifPresent(why -> getChildren().add(new Panel(Tone.WARNING, why)));
    listing.blobs().forEach(it -> getChildren().add(row(it)));
    // nothing can be written beside what is damaged
    boolean sound = listing.array().damage().isEmpty();
    listing.withoutBlob().forEach(it -> getChildren().add(row(it, sound)));
    if (listing.blobs().isEmpty() && listing.withoutBlob().isEmpty()) {
      getChildren()
          .add(
              Texts.muted(
                  "No large blob is here, and no credential that could have one: it gets a key for"
                      + " that only when it is made, if the website asks for it."));
    }
  }

  private Node row(StoredBlob blob) {
    HBox row =
        row(
            LargeBlobWords.owner(blob),
            blob.owner() instanceof Owner.Credential owner
                ? "%d bytes, %d on the key · %s".formatted(owner.blobSize(), blob.size(), blob.id())
                : "%d bytes on the key · %s".formatted(blob.size(), blob.id()));
    if (blob.owner() instanceof Owner.Credential owner) {
      row.getChildren()
          .addAll(
              button("Show", () -> model.read(blob)),
              button("Replace…", () -> choose(owner.credential())));
    }
    Button delete = button("Delete…", () -> model.askToDelete(blob));
    delete.setId("delete-large-blob");
    delete.getStyleClass().add("danger");
    row.getChildren().add(delete);
    return row;
  }

  private Node row(StoredCredential credential, boolean writable) {
    HBox row = row(LargeBlobWords.credential(credential), "No large blob");
    Button write = button("Write…", () -> choose(credential));
    write.setId("write-large-blob");
    write.setDisable(!writable);
    row.getChildren().add(write);
    return row;
  }

  private void choose(StoredCredential credential) {
    files.choose(getScene().getWindow()).ifPresent(file -> model.askToWrite(credential, file));
  }

  private static HBox row(String title, String below) {
    VBox words = new VBox(Texts.oneLine(title, "body"), Texts.caption(below));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, Icons.of(MaterialDesignF.FILE_OUTLINE), words);
    row.getStyleClass().add("card");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(USE_PREF_SIZE);
    return row;
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
