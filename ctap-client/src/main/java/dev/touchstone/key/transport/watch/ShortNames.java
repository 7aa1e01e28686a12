package dev.touchstone.key.transport.watch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Numbers things so that people can type them: the lowest number that is free, kept for as long as
 * the thing is there.
 */
public final class ShortNames {

  private final String prefix;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Names begin with this, such as {@code hid-}. */
  public ShortNames(String prefix) {
    this.prefix = prefix;
  }

  /** Frees the numbers of all others. */
  public void keepOnly(Collection<String> paths) {
    numbers.keySet().retainAll(paths);
  }

  /** The name of the thing at that place. */
  public String of(String path) {
    return prefix + numbers.computeIfAbsent(path, p -> lowestFree());
  }

  private int lowestFree() {
    return IntStream.iterate(1, n -> n + 1)
        .filter(n -> !numbers.containsValue(n))
        .findFirst()
        .orElseThrow();
  }
}
