package dev.touchstone.app.ui.picture;

import dev.touchstone.app.settings.Look.Appearance;
import dev.touchstone.app.ui.Shell;
import dev.touchstone.app.ui.TouchstoneWindow;
import dev.touchstone.app.ui.WindowParts;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.usecase.UseCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.slf4j.LoggerFactory;

/** A window in front of a camera, which takes each picture by day and by night. */
final class Camera extends Hands implements AutoCloseable {

  private final Film film;
  private final Stage stage;
  private final ChosenFile chosen;
  private String hidden = "";

  private Camera(Film film, Stage stage, Shell shell, ChosenFile chosen) {
    super(stage, shell);
    this.film = film;
    this.stage = stage;
    this.chosen = chosen;
  }

  /** Opens a window that stands still: no animation. */
  static Camera on(UseCases useCases, InstantSource clock, Film film) {
    ChosenFile chosen = new ChosenFile();
    WindowParts parts =
        new WindowParts(
            useCases, Background.ofJavaFx(), new Moments(clock, ZoneOffset.UTC), chosen);
    return inWindow(() -> {
      Stage stage = new Stage();
      Shell shell = TouchstoneWindow.open(stage, parts, () -> {});
      stage.getScene().getPreferences().setReducedMotion(true);
      return new Camera(film, stage, shell, chosen);
    });
  }

  /** Shows the folder of a person in place of this one from now on. */
  void hide(String dataFolder) {
    hidden = dataFolder;
  }

  /** From now on the person chooses this file whenever the window asks for one. */
  void choose(Path file) {
    chosen.file = Optional.of(file);
  }

  /**
   * Takes the window as it is but for {@link Covers}, as {@code light-NAME.png} and {@code
   * dark-NAME.png}, if somebody wants it.
   */
  void take(String name) throws IOException {
    if (!film.wants(name)) {
      settle();
      return;
    }
    for (Appearance appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
      act(() -> shell().settings().choose(appearance));
      act(this::hideFolder);
      settle();
      expose(appearance.name().toLowerCase(Locale.ROOT) + "-" + name);
    }
  }

  private void expose(String name) throws IOException {
    WritableImage image = inWindow(() -> stage.getScene().snapshot(null));
    List<Bounds> covered = inWindow(() -> Covers.over(shell()));
    film.keep(name, image, covered);
  }

  /** Leaves a picture of how far the day came. */
  @Override
  void stuck() {
    try {
      expose("stuck");
    } catch (IOException e) {
      LoggerFactory.getLogger(Camera.class).warn("No picture of a window that is stuck", e);
    }
  }

  private void hideFolder() {
    for (Node node : shell().lookupAll("*")) {
      switch (node) {
        case Labeled label -> hideIn(label.textProperty());
        case TextInputControl field -> hideIn(field.textProperty());
        default -> {}
      }
    }
  }

  private void hideIn(StringProperty text) {
    String words = text.get();
    if (!hidden.isEmpty() && words != null && words.contains(hidden) && !text.isBound()) {
      text.set(words.replace(hidden, "/home/ada/.local/share/touchstone"));
    }
  }

  @Override
  public void close() {
    act(stage::close);
  }

  /** A person who has made up their mind beforehand. */
  private static final class ChosenFile implements FileChoice {
    private volatile Optional<Path> file = Optional.empty();

    @Override
    public Optional<Path> choose(Window owner) {
      return file;
    }
  }
}
