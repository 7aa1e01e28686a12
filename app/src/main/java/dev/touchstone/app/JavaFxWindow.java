package dev.touchstone.app;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.cli.Window;
import dev.touchstone.app.ui.TouchstoneWindow;
import dev.touchstone.app.ui.picture.Screenshots;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tells the commands how to start the window, and JavaFX what there is to start it on. */
final class JavaFxWindow implements Window {

  private final String system;
  private final Map<String, String> environment;
  private final Cancellation cancellation;

  JavaFxWindow(String system, Map<String, String> environment, Cancellation cancellation) {
    this.system = system;
    this.environment = environment;
    this.cancellation = cancellation;
  }

  @Override
  public boolean hasDisplay() {
    return Display.isThere(system, environment);
  }

  @Override
  public int open(UseCases useCases) {
    Thread here = Thread.currentThread();
    Cancellation.Subscription closing = cancellation.onCancel(here::interrupt);
    try (closing) {
      TouchstoneWindow.run(useCases);
      return 0;
    } catch (InterruptedException e) {
      // Ctrl-C in the terminal that the window was opened from: it is closed now.
      here.interrupt();
      return 1;
    }
  }

  @Override
  public int screenshots(Path folder, List<String> beginnings) throws Failure {
    try (StagedWorld world = StagedWorld.set()) {
      return Screenshots.take(world, folder, beginnings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(
          new Advice(Advice.Kind.CANCELLED, "Not all pictures were drawn.", "", "", ""), e);
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "The pictures cannot be written to %s.".formatted(folder),
              "",
              "Name a folder that can be written to and has space left.",
              ""),
          e);
    }
  }
}
