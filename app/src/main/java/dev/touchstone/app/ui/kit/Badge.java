package dev.touchstone.app.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A word in a small coloured field. The word carries the meaning, the colour only helps. */
public final class Badge extends Label {

  public Badge(String text, Tone tone) {
    super(text);
    getStyleClass().addAll("badge", tone.styleClass());
    setMinWidth(Region.USE_PREF_SIZE);
  }

  /** A badge that starts with its tone's icon. */
  public static Badge withIcon(String text, Tone tone) {
    Badge badge = new Badge(text, tone);
    badge.setGraphic(Icons.of(tone.icon()));
    return badge;
  }
}
