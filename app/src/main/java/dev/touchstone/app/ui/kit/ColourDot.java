package dev.touchstone.app.ui.kit;

import dev.touchstone.key.transport.KeyColour;
import java.util.Locale;
import javafx.scene.layout.Region;

/** The sticker that a person would put on a key. */
public final class ColourDot extends Region {

  public ColourDot(KeyColour colour) {
    getStyleClass().add("colour-dot");
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    show(colour);
  }

  /** From now on of this colour; of none, it is not there. */
  public void show(KeyColour colour) {
    getStyleClass().removeIf(name -> name.startsWith("dot-"));
    getStyleClass().add("dot-" + word(colour));
    setVisible(colour != KeyColour.NONE);
    setManaged(isVisible());
  }

  /** The colour in a person's words. */
  public static String word(KeyColour colour) {
    return colour.name().toLowerCase(Locale.ROOT);
  }
}
