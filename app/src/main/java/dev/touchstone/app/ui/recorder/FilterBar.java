package dev.touchstone.app.ui.recorder;

import atlantafx.base.controls.CustomTextField;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.usecase.trace.SummariseRecording;
import dev.touchstone.app.usecase.trace.SummariseRecording.Summary;
import dev.touchstone.key.trace.entry.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Which entries of the timeline are wanted. */
final class FilterBar extends FlowPane {

  private static final double ROOMY = 620;

  private final TimelineViewModel model;
  private final CustomTextField search = new CustomTextField();
  private final ComboBox<Optional<Device>> keys = new ComboBox<>();
  private final ComboBox<String> commands = new ComboBox<>();
  private final ToggleButton follow;

  FilterBar(TimelineViewModel model) {
    this.model = model;
    getStyleClass().add("filter-bar");
    search.setId("search-timeline");
    search.setPromptText("Search what is in them");
    search.setAccessibleText("Search the entries");
    search.setLeft(Icons.of(MaterialDesignM.MAGNIFY));
    search.textProperty().bindBidirectional(model.searchProperty());
    combo(keys, "filter-key", "Key", model.keyProperty(), FilterBar::name);
    combo(
        commands,
        "filter-command",
        "Command",
        model.commandProperty(),
        command -> command.isEmpty() ? "All commands" : command);
    follow = toggle("follow", "Follow", model.followProperty());
    follow.setTooltip(new Tooltip("Keep the newest entry in view"));
    follow.managedProperty().bind(follow.visibleProperty());
    Button next = new Button("Next failure");
    next.setId("next-failure");
    next.setTooltip(new Tooltip("Next failure  (F3)"));
    next.setOnAction(event -> model.chooseNextFailure());
    model.linesProperty().subscribe(lines -> next.setDisable(lines.failures() == 0));
    getChildren()
        .addAll(
            search,
            keys,
            commands,
            toggle("only-failures", "Failures only", model.onlyFailuresProperty()),
            toggle("without-keep-alives", "Hide keep-alives", model.withoutKeepAlivesProperty()),
            next,
            follow);
    setMinHeight(USE_PREF_SIZE);
    widthProperty().subscribe(width -> roomy(width.doubleValue() >= ROOMY));
  }

  /** Keeps what is typed and chosen in one line. */
  private void roomy(boolean roomy) {
    search.setPrefWidth(roomy ? 220 : 146);
    keys.setPrefWidth(roomy ? 190 : 104);
    commands.setPrefWidth(roomy ? 190 : 122);
  }

  /** Offers what there is in a recording. */
  void show(RecordingItem item) {
    follow.setVisible(item.live());
    List<Optional<Device>> offered = new ArrayList<>();
    offered.add(Optional.empty());
    item.summary().stream()
        .map(Summary::keys)
        .flatMap(List::stream)
        .map(SummariseRecording.Key::device)
        .forEach(device -> offered.add(Optional.of(device)));
    offer(keys, offered, model.keyProperty());
    TreeSet<String> titles = new TreeSet<>();
    titles.add("");
    item.summary().ifPresent(summary -> titles.addAll(summary.commands()));
    offer(commands, List.copyOf(titles), model.commandProperty());
  }

  void searchHere() {
    search.requestFocus();
    search.selectAll();
  }

  private static <T> void offer(ComboBox<T> box, List<T> choices, Property<T> chosen) {
    T before = chosen.getValue();
    if (!box.getItems().equals(choices)) {
      box.getItems().setAll(choices);
      box.setValue(choices.contains(before) ? before : choices.getFirst());
    }
  }

  private static <T> void combo(
      ComboBox<T> box, String id, String name, Property<T> chosen, Function<T, String> words) {
    box.setId(id);
    box.setAccessibleText(name);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T choice) {
            return choice == null ? "" : words.apply(choice);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("chosen, not typed");
          }
        });
    box.valueProperty()
        .subscribe(value -> {
          if (value != null) {
            chosen.setValue(value);
          }
        });
    chosen.subscribe(value -> box.setValue(value));
  }

  private static String name(Optional<Device> key) {
    return key.map(it -> it.name() + " (" + it.id() + ")").orElse("All keys");
  }

  private static ToggleButton toggle(String id, String words, BooleanProperty on) {
    ToggleButton button = new ToggleButton(words);
    button.setId(id);
    button.selectedProperty().bindBidirectional(on);
    return button;
  }
}
