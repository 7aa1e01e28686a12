package dev.touchstone.app.usecase;

import dev.touchstone.key.transport.KeyDevice;

/** A key that stays open for several steps of one kind; one PIN serves all of them. */
public interface OpenKey extends AutoCloseable {

  KeyDevice key();

  /** Closes the key, and wipes what the PIN gave. */
  @Override
  void close();
}
