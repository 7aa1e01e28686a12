package dev.touchstone.app.usecase;

import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.transport.KeyDevice;

/** Answers what a key asks, and is told which key it is. Called on the use case's thread. */
public interface KeyWatcher extends Interaction {

  /** This key will be used. */
  void keyChosen(KeyDevice key);
}
