package dev.touchstone.app.ui.kit;

import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;

/**
 * A field for pasted data. What is too long to be laid out as text is handed on without being shown
 * whole, so that ten megabytes do not stop the window.
 */
public final class PasteArea extends TextArea {

  private static final int SHOWN = 100_000;

  private final Consumer<String> taken;
  private boolean quiet;

  /**
   * @param taken gets the whole text whenever it changes
   */
  public PasteArea(Consumer<String> taken) {
    this.taken = taken;
    LongText.letTabGoOn(this);
    setId("inspector-input");
    getStyleClass().addAll("mono", "paste-area");
    setWrapText(true);
    setPrefRowCount(5);
    setMinHeight(72);
    setPromptText("Paste here");
    setAccessibleText("Data to inspect");
    textProperty()
        .subscribe((before, text) -> {
          if (!quiet) {
            taken.accept(text);
          }
        });
  }

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null && text.length() > SHOWN) {
      paste(text);
    } else {
      super.paste();
    }
  }

  /** Takes the text in place of what was there. */
  public void paste(String text) {
    if (text.length() <= SHOWN) {
      setText(text);
      return;
    }
    quiet = true;
    setText(text.substring(0, 2000) + "\n… " + text.length() + " characters, shown in part");
    quiet = false;
    taken.accept(text);
  }
}
