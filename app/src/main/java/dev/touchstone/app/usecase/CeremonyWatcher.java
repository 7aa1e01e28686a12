package dev.touchstone.app.usecase;

/**
 * Follows a ceremony as it happens, and answers what the key asks. Called on the thread that runs
 * the use case.
 */
public interface CeremonyWatcher extends KeyWatcher {

  /** The ceremony has come this far. */
  void stage(Stage stage);
}
