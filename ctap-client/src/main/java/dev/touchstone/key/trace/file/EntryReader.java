package dev.touchstone.key.trace.file;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.PartyAct;
import dev.touchstone.key.trace.entry.PersonAct;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.transport.Transport;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link EntryWriter} wrote; bytes are those of one record. */
final class EntryReader {

  private static final int LONGEST_PACKET = 0x20000;

  private final ByteBuffer in;

  private EntryReader(ByteBuffer in) {
    this.in = in;
  }

  /** That a record cannot be read. */
  static final class Damaged extends Exception {
    Damaged(Throwable cause) {
      super(cause);
    }

    Damaged() {
      super("not a record");
    }
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> T guarded(Reading<T> reading) throws Damaged {
    try {
      return reading.read();
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException e) {
      throw new Damaged(e);
    }
  }

  static Header header(ByteBuffer record) throws Damaged {
    EntryReader reader = new EntryReader(record);
    return guarded(() -> {
      if (reader.octet() != EntryType.HEADER) {
        throw new IllegalArgumentException("no header");
      }
      reader.number();
      reader.number();
      return new Header(
          Instant.ofEpochMilli(reader.number()),
          reader.text(),
          reader.text(),
          reader.text(),
          reader.text(),
          reader.small());
    });
  }

  static Entry entry(ByteBuffer record) throws Damaged {
    return guarded(new EntryReader(record)::readEntry);
  }

  /** The entry without what takes time to read: masks, packets and long texts. */
  static Entry outline(ByteBuffer record) throws Damaged {
    EntryReader reader = new EntryReader(record);
    return guarded(() -> {
      int type = reader.octet();
      if (type != EntryType.MESSAGE) {
        record.rewind();
        return reader.readEntry();
      }
      int connection = reader.small();
      long nanos = reader.number();
      return new Entry.Message(connection, nanos, reader.facts(), List.of(), List.of());
    });
  }

  private Entry readEntry() {
    int type = octet();
    int connection = small();
    long nanos = number();
    return switch (type) {
      case EntryType.CONNECTED -> new Entry.Connected(connection, nanos, device());
      case EntryType.DISCONNECTED -> new Entry.Disconnected(connection, nanos);
      case EntryType.MESSAGE -> message(connection, nanos);
      case EntryType.TROUBLE -> new Entry.Trouble(connection, nanos, text());
      case EntryType.PERSON ->
          new Entry.Person(connection, nanos, PersonAct.valueOf(text()), text());
      case EntryType.PARTY ->
          new Entry.Party(
              connection, nanos, PartyAct.valueOf(text()), octet() != 0, text(), text());
      case EntryType.NOTE -> new Entry.Note(connection, nanos, text());
      default -> new Entry.Note(connection, nanos, "An entry that a later version wrote.");
    };
  }

  private Device device() {
    return new Device(
        text(), text(), Transport.valueOf(text()), text(), small(), small(), Wire.valueOf(text()));
  }

  private MessageFacts facts() {
    MessageKind kind = MessageKind.of(octet());
    int flags = octet();
    return new MessageFacts(
        kind,
        (flags & 1) != 0,
        (flags & 2) != 0,
        (int) number(),
        small() - 1,
        small() - 1,
        small() - 1,
        number() - 1,
        small());
  }

  private Entry.Message message(int connection, long nanos) {
    MessageFacts facts = facts();
    int masks = count();
    List<Mask> covered = new ArrayList<>(masks);
    for (int i = 0; i < masks; i++) {
      covered.add(new Mask(small(), small(), text()));
    }
    int count = count();
    List<Packet> packets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      packets.add(packet(nanos));
    }
    return new Entry.Message(connection, nanos, facts, covered, packets);
  }

  private Packet packet(long since) {
    boolean toKey = octet() != 0;
    long nanos = since + number();
    int length = small();
    int stored = small();
    if (length > LONGEST_PACKET || stored > length || stored > in.remaining()) {
      throw new IllegalArgumentException("a packet longer than its record");
    }
    byte[] bytes = new byte[length];
    in.get(bytes, 0, stored);
    return new Packet(nanos, toKey, bytes);
  }

  private int octet() {
    return in.get() & 0xff;
  }

  private long number() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }

  private int small() {
    return Math.toIntExact(number());
  }

  /** Each of what is counted takes at least a byte. */
  private int count() {
    int count = small();
    if (count < 0 || count > in.remaining()) {
      throw new IllegalArgumentException("more than there is room for");
    }
    return count;
  }

  private String text() {
    byte[] utf8 = new byte[count()];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
