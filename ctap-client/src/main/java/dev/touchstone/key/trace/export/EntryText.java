package dev.touchstone.key.trace.export;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.message.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as lines of text. */
public record EntryText(Recording recording, Names names) {

  private static final String INDENT = " ".repeat(16);

  /** How much is told of each entry. */
  public enum Detail {
    /** One line. */
    BRIEF,
    /** What is in it. */
    DECODED,
    /** Its packets, byte by byte, as well. */
    PACKETS
  }

  /**
   * Some entries, with what is alike in one line: a key that is at work says so ten times a second.
   *
   * @param entries indexes in their order
   */
  public List<String> lines(int[] entries, Detail detail) {
    List<String> lines = new ArrayList<>();
    int alike = 0;
    for (int i = 0; i < entries.length; i++) {
      Entry entry = recording.get(entries[i]);
      if (detail != Detail.PACKETS
          && i + 1 < entries.length
          && isAlike(entry, recording.get(entries[i + 1]))) {
        alike++;
        continue;
      }
      lines.addAll(lines(entry, alike + 1, detail));
      alike = 0;
    }
    return lines;
  }

  private static boolean isAlike(Entry one, Entry next) {
    return one instanceof Entry.Message a
        && next instanceof Entry.Message b
        && a.facts().kind() == MessageKind.KEEPALIVE
        && b.facts().kind() == MessageKind.KEEPALIVE
        && a.connection() == b.connection()
        && a.facts().status() == b.facts().status();
  }

  private List<String> lines(Entry entry, int times, Detail detail) {
    Device device = recording.device(entry.connection()).orElse(null);
    String what =
        Stream.of(
                Words.title(entry),
                Words.outcome(entry),
                elapsed(entry),
                masked(entry),
                times == 1 ? "" : "(%d times)".formatted(times))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining("  "));
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%14.6f  %-9s %s %s",
            entry.nanos() / 1e9,
            device == null ? "" : device.id(),
            sign(entry),
            what));
    if (detail != Detail.BRIEF) {
      Wire wire = device == null ? Wire.REPORTS : device.wire();
      Words.detail(entry, wire, names).lines().forEach(line -> lines.add(INDENT + line));
    }
    if (detail == Detail.PACKETS && entry instanceof Entry.Message message) {
      for (Packet packet : message.packets()) {
        lines.add(String.format(Locale.ROOT, "%14.6f    %s", packet.nanos() / 1e9, packet));
      }
    }
    return lines;
  }

  private static String sign(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> message.facts().toKey() ? "→" : "←";
      case Entry.Person _ -> "?";
      case Entry.Party _ -> "=";
      case Entry.Connected _, Entry.Disconnected _, Entry.Note _ -> "·";
      case Entry.Trouble _ -> "!";
    };
  }

  private static String elapsed(Entry entry) {
    return entry instanceof Entry.Message message
            && message.facts().elapsed() != MessageFacts.NONE
            && message.facts().kind() != MessageKind.KEEPALIVE
        ? String.format(Locale.ROOT, "%.3f ms", message.facts().elapsed() / 1e6)
        : "";
  }

  private static String masked(Entry entry) {
    return entry instanceof Entry.Message message && !message.masks().isEmpty()
        ? message.masks().stream()
            .map(Mask::name)
            .distinct()
            .collect(Collectors.joining(", ", "[masked: ", "]"))
        : "";
  }
}
