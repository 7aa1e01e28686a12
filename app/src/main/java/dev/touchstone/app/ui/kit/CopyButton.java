package dev.touchstone.app.ui.kit;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Puts a text into the clipboard and says for a moment that it did. */
public final class CopyButton extends Button {

  private final FontIcon icon = Icons.of(MaterialDesignC.CONTENT_COPY);

  /**
   * @param what names the text for a tooltip and a screen reader, such as {@code credential id}
   * @param text asked for at each click
   */
  public CopyButton(String what, Supplier<String> text) {
    getStyleClass().addAll("copy", "flat", "button-icon");
    setGraphic(icon);
    setTooltip(new Tooltip("Copy " + what));
    setAccessibleText("Copy " + what);
    setOnAction(event -> copy(text.get()));
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    icon.setIconCode(MaterialDesignC.CHECK);
    PauseTransition pause = new PauseTransition(Duration.seconds(1.5));
    pause.setOnFinished(done -> icon.setIconCode(MaterialDesignC.CONTENT_COPY));
    pause.play();
  }
}
