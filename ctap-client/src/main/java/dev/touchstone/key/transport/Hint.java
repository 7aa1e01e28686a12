package dev.touchstone.key.transport;

/**
 * Why a key may be missing from the list, or what else a person should know about it.
 *
 * @param happened one sentence for a person
 * @param next what to do about it, in one sentence; empty where there is nothing to do
 * @param urgent whether to say it also to somebody who misses nothing
 */
public record Hint(String happened, String next, boolean urgent) {

  /** For who misses a key. */
  public Hint(String happened, String next) {
    this(happened, next, false);
  }

  /** For everybody. */
  public Hint toEverybody() {
    return new Hint(happened, next, true);
  }
}
