package dev.touchstone.app.ui.recorder;

import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.message.Words;
import java.util.Locale;

/**
 * An entry in one line.
 *
 * @param key whose it is; empty for what happens elsewhere
 * @param outcome how it ended, how long it took or how long it is; may be empty
 * @param content the first words of what is in it
 */
record EntryLine(Whose whose, Tone tone, String key, String title, String outcome, String content) {

  /** Who does what an entry tells of. */
  enum Whose {
    TO_KEY,
    FROM_KEY,
    KEY,
    PERSON,
    PARTY,
    RECORDER
  }

  private static final String COMMON = "authenticator";
  private static final int LONGEST = 240;

  static EntryLine of(Recording recording, Line line) {
    Entry entry = recording.get(line.entry());
    Device device = recording.device(entry.connection()).orElse(null);
    Wire wire = device == null ? Wire.REPORTS : device.wire();
    String times = line.times() == 1 ? "" : "%,d times".formatted(line.times());
    return new EntryLine(
        whose(entry),
        tone(entry),
        device == null ? "" : device.id(),
        shortTitle(Words.title(entry)),
        outcome(entry, times),
        start(Words.detail(entry, wire, Names.SHOWN)));
  }

  /** The specification's name without what all of them begin with. */
  static String shortTitle(String title) {
    return title.startsWith(COMMON) ? title.substring(COMMON.length()) : title;
  }

  private static Whose whose(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> message.facts().toKey() ? Whose.TO_KEY : Whose.FROM_KEY;
      case Entry.Connected _, Entry.Disconnected _, Entry.Trouble _ -> Whose.KEY;
      case Entry.Person _ -> Whose.PERSON;
      case Entry.Party _ -> Whose.PARTY;
      case Entry.Note _ -> Whose.RECORDER;
    };
  }

  private static Tone tone(Entry entry) {
    if (entry.failed()) {
      return Tone.BAD;
    }
    return entry instanceof Entry.Message message && message.facts().kind() == MessageKind.KEEPALIVE
        ? Tone.NEUTRAL
        : Tone.INFO;
  }

  private static String outcome(Entry entry, String times) {
    if (!times.isEmpty()) {
      return Words.outcome(entry) + ", " + times;
    }
    if (entry instanceof Entry.Message message) {
      MessageFacts facts = message.facts();
      String size = facts.size() == 1 ? "1 byte" : "%,d bytes".formatted(facts.size());
      String ended = Words.outcome(entry);
      return ended.isEmpty() ? size : ended;
    }
    return Words.outcome(entry);
  }

  /** How long the key took; empty where it is not told. */
  static String elapsed(Entry entry) {
    return entry instanceof Entry.Message message && message.facts().elapsed() != MessageFacts.NONE
        ? String.format(Locale.ROOT, "%.3f ms", message.facts().elapsed() / 1e6)
        : "";
  }

  /** In one line, as far as anybody reads. */
  private static String start(String detail) {
    String part = detail.length() > 4 * LONGEST ? detail.substring(0, 4 * LONGEST) : detail;
    String line = part.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
