package dev.touchstone.app.usecase;

import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.transport.KeyDevice;

/**
 * Follows a ceremony as it happens, and answers what the key asks. Called on the thread that runs
 * the use case.
 */
public interface CeremonyWatcher extends Interaction {

  /** This key will be used. */
  void keyChosen(KeyDevice key);

  /** The ceremony has come this far. */
  void stage(Stage stage);
}
