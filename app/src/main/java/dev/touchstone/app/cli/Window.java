package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import java.nio.file.Path;

/** The other front end, as the commands {@code window} and {@code screenshots} start it. */
public interface Window {

  /** Whether there is a display to open it on. */
  boolean hasDisplay();

  /**
   * Opens it and returns when the person has closed it.
   *
   * @return the exit code
   */
  int open(UseCases useCases);

  /**
   * Draws every screen, light and dark, as PNG files; needs no display.
   *
   * @return the exit code
   * @throws Failure if they cannot be drawn or written
   */
  int screenshots(UseCases useCases, Path folder) throws Failure;
}
