package dev.touchstone.key.trace.compare;

import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two recordings side by side, aligned by their commands.
 *
 * @param pairs in their order
 */
public record Comparison(List<Pair> pairs) {

  /** A key that takes so much longer, and so many times as long, is worth a line. */
  private static final long MUCH_NANOS = 100_000_000;

  private static final int TIMES = 2;

  public Comparison {
    pairs = List.copyOf(pairs);
  }

  /** One command on both sides, or on one alone. */
  public record Pair(
      Optional<Exchange> left, Optional<Exchange> right, List<Difference> differences) {

    public Pair {
      differences = List.copyOf(differences);
    }

    /** Whether both sides did the same. */
    public boolean same() {
      return left.isPresent() && right.isPresent() && differences.isEmpty();
    }
  }

  /** Compares two recordings. */
  public static Comparison of(Recording left, Recording right) {
    List<Pair> pairs = new ArrayList<>();
    for (Alignment.Couple couple : Alignment.of(Exchange.in(left), Exchange.in(right))) {
      pairs.add(pair(left, right, couple));
    }
    return new Comparison(pairs);
  }

  /** Whether both sides did the same from the first command to the last. */
  public boolean same() {
    return pairs.stream().allMatch(Pair::same);
  }

  private static Pair pair(Recording left, Recording right, Alignment.Couple couple) {
    if (couple.left().isEmpty() || couple.right().isEmpty()) {
      return new Pair(couple.left(), couple.right(), List.of());
    }
    Exchange one = couple.left().get();
    Exchange other = couple.right().get();
    List<Difference> differences = new ArrayList<>();
    if (!one.outcome().equals(other.outcome())) {
      differences.add(new Difference("status", one.outcome(), other.outcome()));
    }
    compare("command", members(left, one.command()), members(right, other.command()), differences);
    compare("reply", members(left, one.reply()), members(right, other.reply()), differences);
    long shorter = Math.min(one.elapsed(), other.elapsed());
    long longer = Math.max(one.elapsed(), other.elapsed());
    if (shorter >= 0 && longer - shorter > MUCH_NANOS && longer > TIMES * shorter) {
      differences.add(new Difference("time", millis(one.elapsed()), millis(other.elapsed())));
    }
    return new Pair(couple.left(), couple.right(), differences);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
  }

  private static Map<String, String> members(Recording recording, int index) {
    Optional<MessageFacts> facts = Exchange.facts(recording, index);
    if (facts.isEmpty() || facts.get().kind() != MessageKind.CTAP2) {
      return Map.of();
    }
    return Exchange.message(recording, index)
        .map(message -> Members.of(facts.get().command(), facts.get().toKey(), message))
        .orElse(Map.of());
  }

  /** Adds what is not the same in two messages. */
  public static void compare(
      String where, Map<String, String> left, Map<String, String> right, List<Difference> found) {
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(new TreeMap<>(right).keySet());
    for (String name : names) {
      String one = left.getOrDefault(name, "");
      String other = right.getOrDefault(name, "");
      if (!one.equals(other)) {
        found.add(new Difference(where + " " + name, one, other));
      }
    }
  }
}
