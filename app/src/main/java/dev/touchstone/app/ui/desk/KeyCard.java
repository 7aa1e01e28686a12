package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.desk.person.PersonFacts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** One key of a person, and what can be done about it. */
final class KeyCard extends VBox {

  KeyCard(Credential it, PersonFacts facts, Moments moments, PersonPane.Deeds deeds) {
    Button lost =
        new Button(
            it.lost().isPresent() ? "Go on" : "This key is lost",
            Icons.of(MaterialDesignK.KEY_REMOVE));
    lost.setId("desk-lost-" + it.id());
    lost.getStyleClass().add("desk-lost");
    lost.setMinWidth(USE_PREF_SIZE);
    lost.setOnAction(event -> deeds.lost().accept(it));
    Label name = Texts.sectionTitle(it.label().isEmpty() ? "Key without a label" : it.label());
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox line =
        new HBox(
            name,
            small(
                it,
                "desk-relabel",
                "Change the label",
                MaterialDesignL.LABEL_OUTLINE,
                deeds.relabel()),
            small(
                it,
                "desk-revoke",
                "Revoke this credential",
                MaterialDesignT.TRASH_CAN_OUTLINE,
                deeds.revoke()),
            lost);
    line.getStyleClass().add("user-line");
    line.setAlignment(Pos.CENTER_LEFT);
    Facts told =
        new Facts()
            .add("Model", it.model().orElse("not known"))
            .add("Serial number", facts.serials().getOrDefault(it.id(), ""))
            .addCopyable("Credential", it.id())
            .add("Last used", it.lastUsed().map(moments::both).orElse("never"))
            .add("Made", moments.absolute(it.created()));
    it.lost().ifPresent(since -> told.add("Reported lost", moments.both(since)));
    getChildren().add(new Form("", line, told));
  }

  private static Button small(
      Credential it, String id, String words, Ikon icon, Consumer<Credential> deed) {
    Button button = new Button("", Icons.of(icon));
    button.setId(id + "-" + it.id());
    button.getStyleClass().addAll("flat", "button-icon", id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(event -> deed.accept(it));
    return button;
  }
}
