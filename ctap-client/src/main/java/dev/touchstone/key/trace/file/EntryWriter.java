package dev.touchstone.key.trace.file;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.Packet;

/** Writes records: length, CRC-32C, then type, connection, time and what belongs to the type. */
final class EntryWriter {

  /** Length and checksum stand before each record. */
  static final int FRAME = 8;

  private EntryWriter() {}

  static void write(Header header, Octets out) {
    int start = begin(EntryType.HEADER, 0, 0, out);
    out.number(header.started().toEpochMilli());
    out.text(header.program());
    out.text(header.system());
    out.text(header.java());
    out.text(header.command());
    out.number(header.part());
    end(start, out);
  }

  static void write(Entry entry, Octets out) {
    int start = begin(type(entry), entry.connection(), entry.nanos(), out);
    switch (entry) {
      case Entry.Connected connected -> write(connected.device(), out);
      case Entry.Disconnected _ -> {}
      case Entry.Message message -> write(message, out);
      case Entry.Trouble trouble -> out.text(trouble.sentence());
      case Entry.Person person -> {
        out.text(person.act().name());
        out.text(person.sentence());
      }
      case Entry.Party party -> {
        out.text(party.act().name());
        out.octet(party.accepted() ? 1 : 0);
        out.text(party.sentence());
        out.text(party.json());
      }
      case Entry.Note note -> out.text(note.sentence());
    }
    end(start, out);
  }

  private static int type(Entry entry) {
    return switch (entry) {
      case Entry.Connected _ -> EntryType.CONNECTED;
      case Entry.Disconnected _ -> EntryType.DISCONNECTED;
      case Entry.Message _ -> EntryType.MESSAGE;
      case Entry.Trouble _ -> EntryType.TROUBLE;
      case Entry.Person _ -> EntryType.PERSON;
      case Entry.Party _ -> EntryType.PARTY;
      case Entry.Note _ -> EntryType.NOTE;
    };
  }

  private static int begin(int type, int connection, long nanos, Octets out) {
    int start = out.size();
    out.skip(FRAME);
    out.octet(type);
    out.number(connection);
    out.number(nanos);
    return start;
  }

  private static void end(int start, Octets out) {
    out.fixed(start, out.size() - start - FRAME);
    out.fixed(start + 4, out.checksum(start + FRAME));
  }

  private static void write(Device device, Octets out) {
    out.text(device.id());
    out.text(device.name());
    out.text(device.transport().name());
    out.text(device.path());
    out.number(device.vendorId());
    out.number(device.productId());
    out.text(device.wire().name());
  }

  private static void write(Entry.Message message, Octets out) {
    MessageFacts facts = message.facts();
    out.octet(facts.kind().code());
    out.octet((facts.toKey() ? 1 : 0) | (facts.complete() ? 2 : 0));
    out.number(Integer.toUnsignedLong(facts.channel()));
    out.number(facts.command() + 1L);
    out.number(facts.subcommand() + 1L);
    out.number(facts.status() + 1L);
    out.number(facts.elapsed() + 1);
    out.number(facts.size());
    out.number(message.masks().size());
    for (Mask mask : message.masks()) {
      out.number(mask.start());
      out.number(mask.length());
      out.text(mask.name());
    }
    out.number(message.packets().size());
    for (Packet packet : message.packets()) {
      write(packet, message.nanos(), out);
    }
  }

  /** Zeros at the end, of which reports have many, are counted instead of written. */
  private static void write(Packet packet, long since, Octets out) {
    byte[] bytes = packet.bytes();
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    out.octet(packet.toKey() ? 1 : 0);
    out.number(packet.nanos() - since);
    out.number(bytes.length);
    out.number(length);
    out.raw(bytes, length);
  }
}
