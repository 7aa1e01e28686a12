package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.Shell;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/**
 * Somebody in front of a window. Called from a thread of its own: it presses what a person would
 * press, and waits for what a person would wait for.
 */
abstract class Hands {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Stage stage;
  private final Shell shell;

  Hands(Stage stage, Shell shell) {
    this.stage = stage;
    this.shell = shell;
  }

  /** What is told of a window that never came to show something. */
  abstract void stuck();

  final Shell shell() {
    return shell;
  }

  final void size(double width, double height) {
    act(() -> {
      stage.setWidth(width);
      stage.setHeight(height);
    });
  }

  final void go(Screen screen) {
    act(() -> shell.show(screen));
  }

  /** Presses the button of this id. */
  final void press(String id) {
    fire("#" + id);
  }

  /** Presses the first button of this style class, where a list has one for each row. */
  final void pressFirst(String styleClass) {
    fire("." + styleClass);
  }

  private void fire(String selector) {
    await(
        selector,
        () -> {
          if (shell.lookup(selector) instanceof ButtonBase button && !button.isDisabled()) {
            button.fire();
            return true;
          }
          return false;
        });
  }

  /** Opens the menu of this id and takes an item of it. */
  final void choose(String menu, String item) {
    with(
        menu,
        MenuButton.class,
        button ->
            button.getItems().stream()
                .filter(it -> item.equals(it.getId()))
                .forEach(MenuItem::fire));
  }

  /** Types into the field of this id, in place of what is there. */
  final void type(String id, String words) {
    with(id, TextInputControl.class, field -> field.setText(words));
  }

  /** Types into the field of this id and presses Enter. */
  final void search(String id, String words) {
    with(
        id,
        TextField.class,
        field -> {
          field.setText(words);
          field.fireEvent(new ActionEvent());
        });
  }

  /** Brings a tab into view. */
  final void tab(String id, int index) {
    with(id, TabPane.class, tabs -> tabs.getSelectionModel().select(index));
    settle();
  }

  /** Whether the label or button of this id begins with these words. */
  final boolean says(String id, String words) {
    return shell.lookup("#" + id) instanceof Labeled label && label.getText().startsWith(words);
  }

  /** Whether the list or table of this id has so many rows. */
  final boolean hasRows(String id, int many) {
    return switch (shell.lookup("#" + id)) {
      case ListView<?> list -> list.getItems().size() == many;
      case TableView<?> table -> table.getItems().size() == many;
      case null, default -> false;
    };
  }

  /** Waits until advice is on the screen. */
  final void awaitAdvice() {
    await("the advice", () -> shell.lookup(".advice") != null);
  }

  /** Does something to the control of this id when it is there. */
  final <N extends Node> void with(String id, Class<N> type, Consumer<N> action) {
    await(
        id,
        () -> {
          Node node = shell.lookup("#" + id);
          if (type.isInstance(node)) {
            action.accept(type.cast(node));
            return true;
          }
          return false;
        });
  }

  /** Waits until the control of this id is on the screen. */
  final void awaitShown(String id) {
    await(
        id,
        () -> {
          Node node = shell.lookup("#" + id);
          return node != null && node.isVisible();
        });
  }

  /** Waits until the window says so. */
  final void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!inWindow(there::getAsBoolean)) {
      if (System.nanoTime() > end) {
        stuck();
        throw new IllegalStateException("The window never came to show: " + what);
      }
      pulse();
    }
  }

  final void act(Runnable action) {
    var _ =
        inWindow(() -> {
          action.run();
          return true;
        });
  }

  /** Waits some pulses: one lays out, and what that changes is laid out by the next. */
  final void settle() {
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

  static <T> T inWindow(Supplier<T> action) {
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
}
