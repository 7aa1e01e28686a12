package dev.touchstone.app.ui.kit;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What a badge, a panel or a line wants to say before it is read. */
public enum Tone {
  NEUTRAL,
  INFO,
  GOOD,
  WARNING,
  BAD;

  /** How the style sheet calls it. */
  public String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Ikon icon() {
    return switch (this) {
      case NEUTRAL -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
      case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
      case GOOD -> MaterialDesignC.CHECK_CIRCLE;
      case WARNING -> MaterialDesignA.ALERT;
      case BAD -> MaterialDesignC.CLOSE_CIRCLE;
    };
  }
}
