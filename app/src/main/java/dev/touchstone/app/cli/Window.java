package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import java.nio.file.Path;
import java.util.List;

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
   * Draws screens, light and dark, as PNG files; needs no display.
   *
   * @param beginnings how the names of those that are wanted begin; every screen if there is none
   * @return how many files were written
   * @throws Failure if they cannot be drawn or written, or there is none of such a name
   */
  int screenshots(Path folder, List<String> beginnings) throws Failure;
}
