package dev.touchstone.app.ui.keys;

import dev.touchstone.app.ui.keys.PinChangeViewModel.Job;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Segments;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.key.transport.KeyDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The chosen key: its head, and the overview or a tab below it. */
final class KeyParts {

  private static final String OVERVIEW = "Overview";
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double ROOM_FOR_BUTTONS = 520;

  private final KeysViewModel model;
  private final KeyOverview overview;
  private final List<KeyTab> tabs;
  private Optional<KeyTab> inView = Optional.empty();

  /**
   * @param tabs stand behind the overview, in this order
   */
  KeyParts(KeysViewModel model, KeyOverview overview, List<KeyTab> tabs) {
    this.model = model;
    this.overview = overview;
    this.tabs = List.copyOf(tabs);
  }

  /** The tab that was in view before is in view again. */
  Node show(KeyDescription description) {
    HBox head = new KeyHead(description.key(), model);
    List<Button> buttons = pinButtons(description);
    StackPane content = new StackPane();
    content.setMinHeight(0);
    content.setMinWidth(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox column = new VBox(head, tabBar(description, content), content);
    column.getStyleClass().add("key-detail");
    column.setMinWidth(0);
    // Where there is no room for them beside the name, the buttons stand below it.
    HBox below = new HBox();
    below.getStyleClass().add("page-actions");
    column
        .widthProperty()
        .map(width -> width.doubleValue() < ROOM_FOR_BUTTONS)
        .subscribe(
            narrow -> Platform.runLater(() -> arrange(column, head, below, buttons, narrow)));
    showTab(description, content);
    return column;
  }

  /** Whatever a tab has open is closed; the tab stays the one to be shown next. */
  void leave() {
    inView.ifPresent(KeyTab::leave);
  }

  private static void arrange(
      VBox column, HBox head, HBox below, List<Button> buttons, boolean narrow) {
    column.pseudoClassStateChanged(NARROW, narrow);
    column.getChildren().remove(below);
    head.getChildren().removeAll(buttons);
    if (narrow && !buttons.isEmpty()) {
      below.getChildren().setAll(buttons);
      column.getChildren().add(1, below);
    } else {
      below.getChildren().clear();
      head.getChildren().addAll(buttons);
    }
  }

  private Node tabBar(KeyDescription description, StackPane content) {
    List<String> titles = new ArrayList<>();
    titles.add(OVERVIEW);
    tabs.forEach(tab -> titles.add(tab.title()));
    return new Segments<>(
        "Part of the key",
        titles,
        inView.map(KeyTab::title).orElse(OVERVIEW),
        title -> title,
        title -> {
          leave();
          inView = tabs.stream().filter(tab -> tab.title().equals(title)).findFirst();
          if (model.isOutdated()) {
            model.refresh();
          } else {
            showTab(description, content);
          }
        });
  }

  private void showTab(KeyDescription description, StackPane content) {
    model.remembered().look(description);
    content
        .getChildren()
        .setAll(
            inView.map(tab -> tab.show(description)).orElseGet(() -> overview.show(description)));
  }

  private List<Button> pinButtons(KeyDescription description) {
    KeyDevice key = description.key();
    return switch (description.pin()) {
      case ABSENT -> List.of();
      case NOT_SET_UP -> List.of(pinButton("pin-of-key", "Set PIN…", Job.SET, key));
      case READY ->
          List.of(
              pinButton("verify-pin", "Verify PIN…", Job.VERIFY, key),
              pinButton("pin-of-key", "Change PIN…", Job.CHANGE, key));
    };
  }

  private Button pinButton(String id, String words, Job job, KeyDevice key) {
    Button button = new Button(words, Icons.of(MaterialDesignL.LOCK_OUTLINE));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> model.pinChange().open(job, key));
    return button;
  }
}
