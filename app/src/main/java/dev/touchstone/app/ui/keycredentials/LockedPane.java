package dev.touchstone.app.ui.keycredentials;

import dev.touchstone.app.ui.keycredentials.KeyCredentialsViewModel.State;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Before the PIN is given. */
final class LockedPane extends StackPane {

  LockedPane(State.Locked locked, KeyCredentialsViewModel model) {
    CheckBox remember = new CheckBox("Remember this key: list without its PIN from now on");
    remember.setId("remember-key");
    remember.setWrapText(true);
    Button unlock = new Button("Unlock…", Icons.of(MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE));
    unlock.setId("unlock-credentials");
    unlock.getStyleClass().add("accent");
    unlock.setOnAction(event -> model.unlock(remember.isSelected()));
    List<Node> more = new ArrayList<>();
    String room = CredentialWords.room(locked.slots());
    if (!room.isEmpty()) {
      more.add(new Badge(room, Tone.NEUTRAL));
    }
    if (locked.canBeRemembered()) {
      more.add(remember);
    }
    more.add(unlock);
    if (!locked.note().isEmpty()) {
      more.add(Texts.caption(locked.note()));
    }
    getChildren()
        .add(
            new EmptyState(
                MaterialDesignL.LOCK_OUTLINE,
                "The key shows its credentials to who knows its PIN",
                "One PIN serves until another key or another part of this one is looked at.",
                more.toArray(Node[]::new)));
  }
}
