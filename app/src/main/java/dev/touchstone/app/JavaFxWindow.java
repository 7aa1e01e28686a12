package dev.touchstone.app;

import dev.touchstone.app.cli.Window;
import dev.touchstone.app.usecase.UseCases;
import java.nio.file.Path;
import java.util.Map;

/** Tells the commands how to start the window, and JavaFX what there is to start it on. */
final class JavaFxWindow implements Window {

  private final String system;
  private final Map<String, String> environment;

  JavaFxWindow(String system, Map<String, String> environment) {
    this.system = system;
    this.environment = environment;
  }

  @Override
  public boolean hasDisplay() {
    return Display.isThere(system, environment);
  }

  @Override
  public int open(UseCases useCases) {
    throw new UnsupportedOperationException("the window follows");
  }

  @Override
  public int screenshots(UseCases useCases, Path folder) {
    throw new UnsupportedOperationException("the window follows");
  }
}
