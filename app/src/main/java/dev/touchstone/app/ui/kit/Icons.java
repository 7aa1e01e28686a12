package dev.touchstone.app.ui.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons as nodes. Their size and colour come from the style sheet. */
public final class Icons {

  private Icons() {}

  /** An icon that only decorates: a screen reader passes it by. */
  public static FontIcon of(Ikon ikon, String... styleClasses) {
    FontIcon icon = FontIcon.of(ikon);
    icon.getStyleClass().addAll(styleClasses);
    icon.setFocusTraversable(false);
    return icon;
  }
}
