package dev.touchstone.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.touchstone.app.settings.Look;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/** Colours and typefaces: AtlantaFX below, our own accent and measures on top. */
final class Theme {

  private static final String FONTS = "/com/formdev/flatlaf/fonts/";
  private static final List<String> FACES =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "jetbrains_mono/JetBrainsMono-Regular.ttf");

  private final Scene scene;
  private final ReadOnlyObjectProperty<Look> look;

  private Theme(Scene scene, ReadOnlyObjectProperty<Look> look) {
    this.scene = scene;
    this.look = look;
  }

  /**
   * Dresses the scene, now and whenever the look or the system's preference changes.
   *
   * @return to be ended with the window: the system's preferences outlive it, and would keep it
   */
  static Subscription dress(Scene scene, ReadOnlyObjectProperty<Look> look) {
    FACES.forEach(Theme::load);
    Theme theme = new Theme(scene, look);
    return look.subscribe(theme::apply)
        .and(
            Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe((before, now) -> theme.apply()));
  }

  private void apply() {
    boolean dark =
        switch (look.get().appearance()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheetBSS()
            : new PrimerLight().getUserAgentStylesheetBSS());
    scene
        .getStylesheets()
        .setAll(resource(dark ? "dark.css" : "light.css"), resource("touchstone.css"));
    scene.getRoot().setStyle("-fx-font-size: " + look.get().textSize().pixels() + "px;");
  }

  /** The window's icon: the logo. */
  static Image icon() {
    return new Image(resource("icon.png"));
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }

  private static void load(String face) {
    try (InputStream stream =
        Objects.requireNonNull(Theme.class.getResourceAsStream(FONTS + face), face)) {
      Font.loadFont(stream, 14);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
