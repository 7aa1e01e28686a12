package dev.touchstone.app.usecase.trace;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Tells what a recording is about without its being read: which keys, what they did, what failed.
 */
public final class SummariseRecording {

  SummariseRecording() {}

  /**
   * What a recording is about.
   *
   * @param keys in the order in which they were opened
   * @param commands the titles of what was sent, each once, in the order of the alphabet
   * @param failures how many entries tell of one, those of no key among them
   */
  public record Summary(List<Key> keys, List<String> commands, int failures) {

    public Summary {
      keys = List.copyOf(keys);
      commands = List.copyOf(commands);
    }
  }

  /**
   * A key in a recording, however often it was opened.
   *
   * @param failures how many of its entries tell of one
   */
  public record Key(Device device, int failures) {}

  /** What messages of one title have in common. */
  private record Sort(Object kind, int command, int subcommand) {}

  private record Name(String id, String name) {}

  /**
   * Looks through it once.
   *
   * @param stop says when nobody wants the answer any more; what was seen until then is told
   */
  public Summary run(Recording recording, BooleanSupplier stop) {
    Map<Name, Device> devices = new LinkedHashMap<>();
    recording.devices().forEach(it -> devices.putIfAbsent(name(it), it));
    Map<Name, Integer> failures = new LinkedHashMap<>();
    Set<Sort> seen = new HashSet<>();
    Set<String> commands = new TreeSet<>();
    int[] failed = {0};
    recording.visit((index, outline, whole) -> {
      if (outline.failed()) {
        failed[0]++;
        recording
            .device(outline.connection())
            .ifPresent(it -> failures.merge(name(it), 1, Integer::sum));
      }
      if (outline instanceof Entry.Message message && seen.add(sort(message.facts()))) {
        commands.add(Words.title(outline));
      }
      return (index & 0x3ff) != 0 || !stop.getAsBoolean();
    });
    List<Key> keys = new ArrayList<>();
    devices.forEach((name, it) -> keys.add(new Key(it, failures.getOrDefault(name, 0))));
    return new Summary(keys, List.copyOf(commands), failed[0]);
  }

  private static Name name(Device device) {
    return new Name(device.id(), device.name());
  }

  private static Sort sort(MessageFacts facts) {
    return new Sort(facts.kind(), facts.command(), facts.subcommand());
  }
}
