package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;

/**
 * A relying party that is gone when it is closed.
 *
 * @param ceremony with that relying party
 * @param end takes everything away
 */
public record ScratchWorld(Ceremony ceremony, Runnable end) implements AutoCloseable {

  /** Makes one. */
  @FunctionalInterface
  public interface Maker {

    /**
     * Makes a world.
     *
     * @throws Failure if there is no room for it
     */
    ScratchWorld make() throws Failure;
  }

  @Override
  public void close() {
    ceremony.party().close();
    end.run();
  }
}
