package dev.touchstone.key.transport.hid;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Numbers things so that people can type them: the lowest number that is free, kept for as long as
 * the thing is there.
 */
final class ShortNames {

  private final String prefix;
  private final Map<String, Integer> numbers = new HashMap<>();

  ShortNames(String prefix) {
    this.prefix = prefix;
  }

  /** Frees the numbers of all others. */
  void keepOnly(Collection<String> paths) {
    numbers.keySet().retainAll(paths);
  }

  String of(String path) {
    return prefix + numbers.computeIfAbsent(path, p -> lowestFree());
  }

  private int lowestFree() {
    return IntStream.iterate(1, n -> n + 1)
        .filter(n -> !numbers.containsValue(n))
        .findFirst()
        .orElseThrow();
  }
}
