package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.fixture.lab.LabMemory;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a key remembers, as facts. Secrets stay in the key. */
final class MemoryPane extends VBox {

  MemoryPane(LabMemory memory, String place) {
    setId("lab-memory");
    getStyleClass().add("tab-body");
    getChildren().add(facts(memory, place));
    getChildren()
        .add(
            Texts.sectionTitle(
                "Discoverable credentials (%d of %d)"
                    .formatted(memory.credentials().size(), memory.discoverableCapacity())));
    if (memory.credentials().isEmpty()) {
      getChildren()
          .add(
              Texts.muted(
                  "None. Credentials that the key forgets are carried by their ids and leave no"
                      + " trace here."));
    }
    memory.credentials().forEach(credential -> getChildren().add(card(credential)));
  }

  private static Facts facts(LabMemory memory, String place) {
    return new Facts()
        .add("Signatures made", String.valueOf(memory.counter()))
        .add(
            "PIN",
            memory.pinSet() ? "Set; %d tries left".formatted(memory.pinTriesLeft()) : "Not set")
        .add(
            "Fingerprints",
            memory.fingerprints().isEmpty()
                ? "None"
                : "%s; %d tries left"
                    .formatted(String.join(", ", memory.fingerprints()), memory.uvTriesLeft()))
        .add("Large blobs", memory.largeBlobBytes() + " bytes")
        .addCopyable("Kept in", place);
  }

  private static VBox card(LabMemory.LabCredential credential) {
    Label title = Texts.body(credential.rpId());
    title.getStyleClass().add("panel-title");
    String user =
        credential.userDisplayName().isEmpty()
                || credential.userDisplayName().equals(credential.userName())
            ? credential.userName()
            : credential.userDisplayName() + " (" + credential.userName() + ")";
    VBox card =
        new VBox(
            title,
            Texts.body(user.isEmpty() ? "no user name" : user),
            Form.flow(
                new Badge(credential.algorithm(), Tone.NEUTRAL),
                new Badge(
                    credential.protection().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Tone.NEUTRAL)),
            Texts.mono(credential.id()));
    card.getStyleClass().addAll("card", "lab-credential");
    return card;
  }
}
