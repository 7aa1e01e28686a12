package dev.touchstone.app.ui.keys;

import dev.touchstone.app.ui.keys.RememberedViewModel.State;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.ColourDot;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.KeyCell;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Transport;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** What a key is called, how it is reached, and what is done to it most. */
final class KeyHead extends HBox {

  private static final int LONG_NUMBER = 16;

  KeyHead(KeyDevice key, KeysViewModel model) {
    getStyleClass().add("head");
    setAlignment(Pos.CENTER_LEFT);
    boolean virtual = key.transport() == Transport.VIRTUAL;
    StackPane disc =
        new StackPane(
            Icons.of(virtual ? MaterialDesignM.MEMORY : MaterialDesignU.USB_FLASH_DRIVE_OUTLINE));
    disc.getStyleClass().add("disc");
    disc.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    ColourDot dot = new ColourDot(key.label().map(KeyLabel::colour).orElse(KeyColour.NONE));
    Label name = Texts.pageTitle(key.title());
    HBox title = new HBox(dot, name);
    title.getStyleClass().add("key-title");
    title.setAlignment(Pos.CENTER_LEFT);
    FlowPane badges = badges(key);
    VBox words = new VBox(title, badges);
    words.getStyleClass().add("head-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    Button rename =
        button("name-key", "Give it a name and a colour", MaterialDesignP.PENCIL_OUTLINE);
    rename.setOnAction(event -> model.naming().open(key));
    Button wink =
        button(
            "wink-key",
            "Wink: let its light show which one it is",
            MaterialDesignL.LIGHTBULB_ON_OUTLINE);
    wink.setOnAction(event -> model.wink(key));
    Badge remembered = new Badge("listed without PIN", Tone.INFO);
    remembered.setId("listed-without-pin");
    remembered.managedProperty().bind(remembered.visibleProperty());
    remembered
        .visibleProperty()
        .bind(model.remembered().stateProperty().map(State.Yes.class::isInstance));
    badges.getChildren().addAll(remembered, rename, wink);
    getChildren().addAll(disc, words);
  }

  private static FlowPane badges(KeyDevice key) {
    FlowPane badges = new FlowPane();
    badges.getStyleClass().add("badges");
    badges.setRowValignment(VPos.CENTER);
    key.wires().stream()
        .map(wire -> KeyCell.words(wire.transport()))
        .distinct()
        .forEach(wire -> badges.getChildren().add(new Badge(wire, Tone.INFO)));
    badges.getChildren().add(new Badge(key.id(), Tone.NEUTRAL));
    if (key.label().isPresent()) {
      badges.getChildren().add(new Badge(key.name(), Tone.NEUTRAL));
    }
    if (key.label().filter(label -> !label.certain()).isPresent()) {
      badges.getChildren().add(Badge.withIcon("or one like it", Tone.WARNING));
    }
    key.serial()
        .filter(number -> number.length() <= LONG_NUMBER)
        .ifPresent(number -> badges.getChildren().add(new Badge("No. " + number, Tone.NEUTRAL)));
    return badges;
  }

  private static Button button(String id, String what, Ikon icon) {
    Button button = new Button("", Icons.of(icon));
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon", "small-icon");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(what);
    button.setTooltip(new Tooltip(what));
    return button;
  }
}
