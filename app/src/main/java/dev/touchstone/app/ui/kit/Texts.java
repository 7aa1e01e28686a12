package dev.touchstone.app.ui.kit;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The kinds of text on a screen, so that one scale of sizes is used everywhere. */
public final class Texts {

  private Texts() {}

  /** The one title of a screen. */
  public static Label pageTitle(String text) {
    return wrapping(text, "page-title");
  }

  /** The title of a part of a screen. */
  public static Label sectionTitle(String text) {
    return wrapping(text, "section-title");
  }

  public static Label body(String text) {
    return wrapping(text, "body");
  }

  /** Text that explains; it steps back. */
  public static Label muted(String text) {
    return wrapping(text, "muted");
  }

  /** Small text that names or remarks. */
  public static Label caption(String text) {
    return wrapping(text, "caption");
  }

  /** Bytes, identifiers, JSON. */
  public static Label mono(String text) {
    return wrapping(text, "mono");
  }

  /** One line that is cut where there is no room, and then tells the whole in a tooltip. */
  public static Label oneLine(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    label.setMinWidth(0);
    label.setTextOverrun(OverrunStyle.ELLIPSIS);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(label.textProperty());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(480);
    label
        .textTruncatedProperty()
        .subscribe(truncated -> label.setTooltip(truncated ? tooltip : null));
    return label;
  }

  /** A word as a title begins. */
  public static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Label wrapping(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
