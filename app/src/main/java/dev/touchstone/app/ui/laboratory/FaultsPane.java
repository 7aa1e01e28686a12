package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.ui.kit.CopyButton;
import dev.touchstone.app.ui.kit.Disclosure;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.LongText;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.fixture.key.fault.Fault;
import dev.touchstone.fixture.key.fault.FaultFamily;
import dev.touchstone.fixture.key.fault.FaultKind;
import dev.touchstone.fixture.key.fault.FaultKinds;
import dev.touchstone.fixture.key.fault.FaultScript;
import dev.touchstone.fixture.key.fault.FaultScriptException;
import dev.touchstone.fixture.key.fault.ScriptedFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What a key is to do wrong: a switch for every fault in the catalogue, and the script that the
 * switches write, to be refined by hand.
 */
final class FaultsPane extends VBox {

  private final Consumer<FaultScript> apply;
  private final Map<FaultKind, Line> lines = new LinkedHashMap<>();
  private final List<VBox> families = new ArrayList<>();
  private final TextArea json = new LongText();
  private final Label mistake = Texts.body("");
  private FaultScript current = FaultScript.NONE;

  /**
   * @param apply from now on the key commits these
   */
  FaultsPane(Consumer<FaultScript> apply) {
    this.apply = apply;
    setId("lab-faults");
    getStyleClass().add("tab-body");
    TextField search = new TextField();
    search.setId("lab-fault-search");
    search.setPromptText("Search, such as counter, certificate or §7.2");
    search.setAccessibleText("Search faults");
    search.textProperty().subscribe(this::filter);
    getChildren().addAll(script(), search);
    for (FaultFamily family : FaultFamily.values()) {
      getChildren().add(family(family));
    }
  }

  /** Shows what the key commits now, unless the person is writing. */
  void show(FaultScript script) {
    current = script;
    List<String> names = script.names();
    lines.forEach((kind, line) -> line.on.setSelected(names.contains(kind.name())));
    if (!json.isFocused()) {
      json.setText(script.isEmpty() ? "[]" : script.toJson());
      mistake.setVisible(false);
    }
  }

  private Disclosure script() {
    json.setId("lab-fault-script");
    json.getStyleClass().add("mono");
    json.setPrefRowCount(7);
    mistake.setId("lab-fault-mistake");
    mistake.getStyleClass().add("mistake");
    mistake.managedProperty().bind(mistake.visibleProperty());
    mistake.setVisible(false);
    Button go = new Button("Apply script");
    go.setId("lab-fault-apply");
    go.getStyleClass().add("accent");
    go.setOnAction(event -> applyJson());
    Button clear = new Button("No faults");
    clear.setId("lab-fault-clear");
    clear.setOnAction(event -> apply.accept(FaultScript.NONE));
    HBox buttons = new HBox(go, clear, new CopyButton("the script", json::getText));
    buttons.getStyleClass().add("page-actions");
    buttons.setAlignment(Pos.CENTER_LEFT);
    VBox content =
        new VBox(
            Form.field(
                "Faults as JSON",
                json,
                "\"when\" says when a fault is due: command, rp, after, times, probability;"
                    + " \"seed\" makes chance repeatable."),
            mistake,
            buttons);
    content.getStyleClass().add("more");
    return new Disclosure("lab-fault-json", "Script", content);
  }

  private void applyJson() {
    try {
      FaultScript script = FaultScript.parse(json.getText());
      mistake.setVisible(false);
      apply.accept(script);
    } catch (FaultScriptException e) {
      mistake.setText(e.getMessage());
      mistake.setVisible(true);
    }
  }

  private VBox family(FaultFamily family) {
    VBox box = new VBox(Texts.sectionTitle(family.title()));
    box.getStyleClass().add("fault-family");
    box.managedProperty().bind(box.visibleProperty());
    for (FaultKind kind : FaultKinds.all()) {
      if (kind.family() == family) {
        Line line = new Line(kind);
        lines.put(kind, line);
        box.getChildren().add(line);
      }
    }
    families.add(box);
    return box;
  }

  private void filter(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    lines.forEach((kind, line) -> line.setVisible(matches(kind, wanted)));
    for (VBox family : families) {
      family.setVisible(
          family.getChildren().stream()
              .anyMatch(child -> child instanceof Line && child.isVisible()));
    }
  }

  private static boolean matches(FaultKind kind, String words) {
    return words.isEmpty()
        || (kind.name() + " " + kind.title() + " " + kind.sentence() + " " + trips(kind))
            .toLowerCase(Locale.ROOT)
            .contains(words);
  }

  private static String trips(FaultKind kind) {
    return kind.trips().stream().map(Object::toString).collect(Collectors.joining(" · "));
  }

  private void switched(FaultKind kind, boolean on) {
    List<ScriptedFault> faults = new ArrayList<>(current.faults());
    faults.removeIf(scripted -> scripted.fault().name().equals(kind.name()));
    if (on) {
      Fault standard = kind.standard();
      faults.add(new ScriptedFault(standard));
    }
    apply.accept(new FaultScript(current.seed(), faults));
  }

  /** One fault with its switch. */
  private final class Line extends VBox {
    private final CheckBox on = new CheckBox();

    Line(FaultKind kind) {
      getStyleClass().add("fault");
      on.setId("fault-" + kind.name());
      on.setText(kind.title());
      on.setAccessibleHelp(kind.sentence());
      on.setOnAction(event -> switched(kind, on.isSelected()));
      VBox words = new VBox(Texts.muted(kind.sentence()), Texts.caption(noticed(kind)));
      words.getStyleClass().add("fault-words");
      managedProperty().bind(visibleProperty());
      getChildren().addAll(on, words);
    }
  }

  private static String noticed(FaultKind kind) {
    String where = kind.name() + " · " + trips(kind);
    return switch (kind.noticedBy()) {
      case SERVER -> where + " · a server can notice";
      case CLIENT -> where + " · a client can notice";
      case NOBODY -> where + " · nobody has to notice";
    };
  }
}
