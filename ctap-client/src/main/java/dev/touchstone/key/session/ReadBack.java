package dev.touchstone.key.session;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.transport.Symptom;

/**
 * Looking at a key again after it took a change. Whatever goes wrong then, even that the person
 * cancels, must not be told as if nothing had been done.
 */
public final class ReadBack {

  private ReadBack() {}

  /** Reads from the key. */
  @FunctionalInterface
  public interface Reading<T> {
    T run() throws KeyException;
  }

  /**
   * Reads.
   *
   * @throws KeyGone for any failure, which is its cause: nobody knows what the key has now
   */
  public static <T> T of(Reading<T> reading) throws KeyGone {
    try {
      return reading.run();
    } catch (KeyException e) {
      throw new KeyGone(
          "The key took the change, but could not be looked at afterwards.", Symptom.NO_ANSWER, e);
    }
  }
}
