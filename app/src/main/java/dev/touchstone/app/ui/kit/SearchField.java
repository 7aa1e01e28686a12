package dev.touchstone.app.ui.kit;

import atlantafx.base.controls.CustomTextField;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/**
 * Words to search for. They are handed on when the person stops typing for a moment, or at Enter:
 * who searches in a database asks it once for a word and not once for each letter.
 */
public final class SearchField extends CustomTextField {

  private final PauseTransition pause = new PauseTransition(Duration.millis(250));

  /**
   * @param name what a screen reader calls it
   * @param words gets what was typed, and shows here what it is set to
   */
  public SearchField(String id, String name, String prompt, StringProperty words) {
    setId(id);
    setAccessibleText(name);
    setPromptText(prompt);
    setLeft(Icons.of(MaterialDesignM.MAGNIFY));
    setPrefWidth(200);
    pause.setOnFinished(over -> words.set(getText()));
    setOnAction(event -> words.set(getText()));
    words.subscribe(text -> {
      if (!text.equals(getText())) {
        setText(text);
      }
    });
    textProperty().subscribe((before, now) -> pause.playFromStart());
  }
}
