package dev.touchstone.app.ui;

import dev.touchstone.app.usecase.UseCases;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

/** Opens the window and stays until it is closed. */
public final class TouchstoneWindow {

  private TouchstoneWindow() {}

  /**
   * Starts JavaFX, opens the window on the keys, and returns when the person has closed it.
   *
   * @param useCases what the window works with; the caller closes it afterwards
   * @throws InterruptedException if the waiting thread is interrupted; the window is closed then
   */
  public static void run(UseCases useCases) throws InterruptedException {
    run(useCases, () -> {});
  }

  /**
   * As {@link #run(UseCases)}.
   *
   * @param firstFrame told once, when the first frame was laid out and handed to the screen
   */
  public static void run(UseCases useCases, Runnable firstFrame) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Toolkit.start(() -> {
      Stage stage = new Stage();
      open(stage, WindowParts.ofDesktop(useCases), closed::countDown);
      tellFirstFrame(stage.getScene(), firstFrame);
    });
    try {
      closed.await();
    } finally {
      Platform.exit();
    }
  }

  /** Fills a stage and shows it; called on JavaFX's thread. */
  public static Shell open(Stage stage, WindowParts parts, Runnable closed) {
    Shell shell = new Shell(parts);
    Scene scene = new Scene(shell, 1180, 780);
    Subscription dressed = Theme.dress(scene, shell.settings().lookProperty());
    stage.setTitle("Touchstone");
    stage.getIcons().add(Theme.icon());
    stage.setMinWidth(800);
    stage.setMinHeight(600);
    stage.setScene(scene);
    stage.setOnHidden(event -> {
      dressed.unsubscribe();
      shell.close();
      closed.run();
    });
    shell.show(Screen.KEYS);
    stage.show();
    return shell;
  }

  private static void tellFirstFrame(Scene scene, Runnable firstFrame) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private boolean told;

          @Override
          public void run() {
            if (!told) {
              told = true;
              Platform.runLater(firstFrame);
            }
          }
        });
  }
}
