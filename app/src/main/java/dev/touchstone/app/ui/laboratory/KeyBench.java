package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.usecase.ShowLabKey;
import dev.touchstone.fixture.key.fault.FaultScript;
import dev.touchstone.fixture.lab.LabKey;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TabPane.TabClosingPolicy;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The chosen key on the bench: power, contact, and tabs to look into it. */
final class KeyBench extends VBox {

  private final LaboratoryViewModel model;
  private final String name;
  private final Label modelName = Texts.oneLine("", "muted");
  private final FlowPane badges = new FlowPane();
  private final Button power = new Button();
  private final StackPane damage = new StackPane();
  private final TouchPad pad;
  private final StackPane memory = new StackPane();
  private final FaultsPane faults;
  private final Tooltip removalWords = new Tooltip();
  private final Button remove;
  private final StackPane removal;
  private boolean pluggedIn;

  KeyBench(LaboratoryViewModel model, String name, ZoneId zone) {
    this.model = model;
    this.name = name;
    this.pad =
        new TouchPad(gesture -> model.touch(name, gesture), whom -> model.touchedBy(name, whom));
    this.faults = new FaultsPane(script -> model.misbehave(name, script));
    this.remove =
        button(
            "lab-remove",
            "Throw away",
            MaterialDesignT.TRASH_CAN_OUTLINE,
            () -> model.questions().askToRemove(name));
    this.removal = new StackPane(remove);
    removal.setAlignment(Pos.TOP_CENTER);
    getStyleClass().add("key-bench");
    badges.getStyleClass().add("badges");
    power.setId("lab-power");
    power.setMinWidth(USE_PREF_SIZE);
    power.setOnAction(event -> switchPower());
    damage.managedProperty().bind(damage.visibleProperty());
    TabPane tabs =
        new TabPane(
            tab("lab-tab-log", "Log", new LogPane(model.log(), zone)),
            tab("lab-tab-memory", "Memory", new Scroll(memory)),
            tab("lab-tab-faults", "Faults", new Scroll(faults)),
            tab("lab-tab-wires", "Wires", new Scroll(new WiresPane(model.wires(), name))));
    tabs.setId("lab-tabs");
    tabs.getStyleClass().add("verdict-tabs");
    tabs.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    tabs.setMinHeight(160);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(head(), damage, pad, tabs);
  }

  String name() {
    return name;
  }

  void show(ShowLabKey.Result result) {
    LabKey key = result.key();
    pluggedIn = key.pluggedIn();
    modelName.setText(key.modelName());
    badges.getChildren().setAll(stateBadge(key));
    key.faults().forEach(fault -> badges.getChildren().add(Badge.withIcon(fault, Tone.WARNING)));
    power.setText(pluggedIn ? "Pull out" : "Plug in");
    power.setGraphic(
        Icons.of(
            pluggedIn
                ? MaterialDesignP.POWER_PLUG_OFF_OUTLINE
                : MaterialDesignP.POWER_PLUG_OUTLINE));
    power.setDisable(key.damage().isPresent());
    showRemoval(key);
    damage.setVisible(key.damage().isPresent());
    damage.getChildren().clear();
    key.damage()
        .ifPresent(words ->
            damage
                .getChildren()
                .add(new Panel(Tone.BAD, "This key cannot be used", Texts.body(words))));
    pad.show(key);
    memory
        .getChildren()
        .setAll(
            result
                .memory()
                .<Node>map(found -> new MemoryPane(found, key.place()))
                .orElseGet(() -> Texts.muted("Its memory cannot be read.")));
  }

  /** Shows what it is told to do wrong. */
  void show(FaultScript script) {
    faults.show(script);
  }

  /** A button that is off shows no tooltip of its own: what lies around it says why. */
  private void showRemoval(LabKey key) {
    remove.setDisable(key.first() || key.pluggedIn());
    removalWords.setText(
        key.first()
            ? "This is the key that is always there."
            : "Pull the key out before you throw it away.");
    if (remove.isDisabled()) {
      Tooltip.install(removal, removalWords);
    } else {
      Tooltip.uninstall(removal, removalWords);
    }
    remove.setAccessibleHelp(remove.isDisabled() ? removalWords.getText() : "");
  }

  private static Badge stateBadge(LabKey key) {
    if (key.damage().isPresent()) {
      return new Badge("Damaged", Tone.BAD);
    }
    if (key.waiting().isPresent()) {
      return new Badge("Blinking", Tone.INFO);
    }
    return key.pluggedIn()
        ? new Badge("Plugged in", Tone.GOOD)
        : new Badge("Pulled out", Tone.NEUTRAL);
  }

  private HBox head() {
    Label title = Texts.oneLine(name, "page-title");
    title.setId("lab-key-name");
    VBox words = new VBox(title, modelName, badges);
    words.getStyleClass().add("head-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox buttons =
        new HBox(
            power,
            button(
                "lab-clone",
                "Clone",
                MaterialDesignC.CONTENT_DUPLICATE,
                () -> model.questions().askForClone(name)),
            removal);
    buttons.getStyleClass().add("page-actions");
    buttons.setMinWidth(USE_PREF_SIZE);
    buttons.setAlignment(Pos.TOP_RIGHT);
    HBox head = new HBox(words, buttons);
    head.getStyleClass().add("head");
    head.setMinHeight(USE_PREF_SIZE);
    return head;
  }

  private static Button button(String id, String word, Ikon icon, Runnable action) {
    Button button = new Button("", Icons.of(icon));
    button.setId(id);
    button.setAccessibleText(word);
    button.setTooltip(new Tooltip(word));
    button.setOnAction(event -> action.run());
    return button;
  }

  private void switchPower() {
    if (pluggedIn) {
      model.unplug(name);
    } else {
      model.plug(name);
    }
  }

  private static Tab tab(String id, String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }
}
