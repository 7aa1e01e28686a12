package dev.touchstone.app.ui.picture;

import dev.touchstone.app.settings.Look.Appearance;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.Shell;
import dev.touchstone.app.ui.TouchstoneWindow;
import dev.touchstone.app.ui.WindowParts;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.usecase.UseCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * A window in front of a camera. Called from a thread of its own: it presses what a person would
 * press, waits for what a person would wait for, and takes each picture by day and by night.
 */
final class Camera implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Film film;
  private final Stage stage;
  private final Shell shell;
  private final ChosenFile chosen;
  private String hidden = "";

  private Camera(Film film, Stage stage, Shell shell, ChosenFile chosen) {
    this.film = film;
    this.stage = stage;
    this.shell = shell;
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

  void size(double width, double height) {
    act(() -> {
      stage.setWidth(width);
      stage.setHeight(height);
    });
  }

  void go(Screen screen) {
    act(() -> shell.show(screen));
  }

  /** Presses the button of this id. */
  void press(String id) {
    await(id, () -> shell.lookup("#" + id) instanceof ButtonBase button && !button.isDisabled());
    act(() -> ((ButtonBase) shell.lookup("#" + id)).fire());
  }

  /** Presses the first button of this style class, where a list has one for each row. */
  void pressFirst(String styleClass) {
    await(styleClass, () -> shell.lookup("." + styleClass) instanceof ButtonBase);
    act(() -> ((ButtonBase) shell.lookup("." + styleClass)).fire());
  }

  /** Types into the field of this id, in place of what is there. */
  void type(String id, String words) {
    with(id, TextInputControl.class, field -> field.setText(words));
  }

  /** Types into the field of this id and presses Enter. */
  void search(String id, String words) {
    with(
        id,
        TextField.class,
        field -> {
          field.setText(words);
          field.fireEvent(new ActionEvent());
        });
  }

  /** Brings a tab into view. */
  void tab(String id, int index) {
    with(id, TabPane.class, tabs -> tabs.getSelectionModel().select(index));
    settle();
  }

  /** Whether the label or button of this id begins with these words. */
  boolean says(String id, String words) {
    return shell.lookup("#" + id) instanceof Labeled label && label.getText().startsWith(words);
  }

  /** Whether the list or table of this id has so many rows. */
  boolean hasRows(String id, int many) {
    return switch (shell.lookup("#" + id)) {
      case ListView<?> list -> list.getItems().size() == many;
      case TableView<?> table -> table.getItems().size() == many;
      case null, default -> false;
    };
  }

  /** Waits until advice is on the screen. */
  void awaitAdvice() {
    await("the advice", () -> shell.lookup(".advice") != null);
  }

  /** Does something to the control of this id when it is there. */
  <N extends Node> void with(String id, Class<N> type, Consumer<N> action) {
    await(id, () -> type.isInstance(shell.lookup("#" + id)));
    act(() -> action.accept(type.cast(shell.lookup("#" + id))));
  }

  /** Waits until the control of this id is on the screen. */
  void awaitShown(String id) {
    await(
        id,
        () -> {
          Node node = shell.lookup("#" + id);
          return node != null && node.isVisible();
        });
  }

  /** Waits until the window says so. */
  void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!inWindow(there::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The window never came to show: " + what);
      }
      pulse();
    }
  }

  void act(Runnable action) {
    var _ =
        inWindow(() -> {
          action.run();
          return true;
        });
  }

  Shell shell() {
    return shell;
  }

  /**
   * Takes the window as it is but for {@link Covers}, as {@code light-NAME.png} and {@code
   * dark-NAME.png}, if somebody wants it.
   */
  void take(String name) throws IOException {
    if (!film.wants(name)) {
      return;
    }
    for (Appearance appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
      act(() -> shell.settings().choose(appearance));
      act(this::hideFolder);
      settle();
      WritableImage image = inWindow(() -> stage.getScene().snapshot(null));
      List<Bounds> covered = inWindow(() -> Covers.over(shell));
      film.keep(appearance.name().toLowerCase(Locale.ROOT) + "-" + name, image, covered);
    }
  }

  private void hideFolder() {
    for (Node node : shell.lookupAll("*")) {
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

  /** Waits some pulses: one lays out, and what that changes is laid out by the next. */
  void settle() {
    for (int i = 0; i < 3; i++) {
      pulse();
    }
  }

  private void pulse() {
    CompletableFuture<Boolean> passed = new CompletableFuture<>();
    Runnable listener =
        new Runnable() {
          @Override
          public void run() {
            stage.getScene().removePostLayoutPulseListener(this);
            passed.complete(true);
          }
        };
    act(() -> {
      stage.getScene().addPostLayoutPulseListener(listener);
      Platform.requestNextPulse();
    });
    var _ = get(passed);
  }

  private static <T> T inWindow(Supplier<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(action.get());
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    });
    return get(result);
  }

  private static <T> T get(CompletableFuture<T> result) {
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a picture was taken", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The window did not answer", e);
    }
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
