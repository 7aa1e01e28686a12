package dev.touchstone.app.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A few choices beside each other, one of them taken. The arrow keys move between them. */
public final class Segments<T> extends HBox {

  public Segments(
      String name, List<T> choices, T chosen, Function<T, String> words, Consumer<T> choose) {
    getStyleClass().add("segments");
    setAccessibleText(name);
    ToggleGroup group = new ToggleGroup();
    for (T choice : choices) {
      RadioButton button = new RadioButton(words.apply(choice));
      button.setId("segment-" + choice.toString().toLowerCase(Locale.ROOT));
      button.getStyleClass().setAll("toggle-button", "segment");
      button.setAccessibleText(name + ": " + words.apply(choice));
      button.setToggleGroup(group);
      button.setSelected(choice.equals(chosen));
      button.setOnAction(event -> choose.accept(choice));
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      getChildren().add(button);
    }
  }
}
