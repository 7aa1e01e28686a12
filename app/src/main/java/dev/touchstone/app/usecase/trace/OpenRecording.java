package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.trace.file.Recording;

/** Opens a recording to read in it; what it can do is told by {@link Recording}. */
public final class OpenRecording {

  private final Shelf shelf;

  OpenRecording(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * Opens it; it needs no closing.
   *
   * @param name its id, as much of its beginning as no other has, {@code last}, or a file
   * @throws Failure if there is none, or it cannot be read
   */
  public Recording run(String name) throws Failure {
    return shelf.open(name);
  }
}
