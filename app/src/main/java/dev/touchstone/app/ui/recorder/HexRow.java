package dev.touchstone.app.ui.recorder;

import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.message.Pieces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A row of a listing of bytes. */
sealed interface HexRow {

  /** Stands above some bytes and says what they are. */
  record Title(String words) implements HexRow {}

  /**
   * Up to {@value #WIDTH} bytes.
   *
   * @param offset of the first one
   * @param masked which of them are not what was sent
   */
  @SuppressWarnings("ArrayRecordComponent") // made for one look; never compared
  record Bytes(int offset, byte[] bytes, boolean[] masked) implements HexRow {}

  /** How many bytes a row has. */
  int WIDTH = 16;

  /** The message itself, put together from its packets. */
  static List<HexRow> message(Entry.Message message, Wire wire) {
    byte[] bytes = Pieces.join(wire, message.facts().toKey(), message.packets());
    List<HexRow> rows = new ArrayList<>();
    add(bytes, message.masks(), rows);
    return rows;
  }

  /** The packets as they went over the wire, each with what its header says. */
  static List<HexRow> packets(Entry.Message message, Wire wire) {
    List<HexRow> rows = new ArrayList<>();
    List<List<Mask>> masks =
        Pieces.inPackets(wire, message.facts().toKey(), message.packets(), message.masks());
    for (int i = 0; i < message.packets().size(); i++) {
      Packet packet = message.packets().get(i);
      rows.add(
          new Title(
              String.format(
                  Locale.ROOT,
                  "%s  %s  %.6f s",
                  packet.toKey() ? "→" : "←",
                  frame(packet, wire),
                  packet.nanos() / 1e9)));
      add(packet.bytes(), masks.get(i), rows);
    }
    return rows;
  }

  private static void add(byte[] bytes, List<Mask> masks, List<HexRow> rows) {
    boolean[] masked = new boolean[bytes.length];
    for (Mask mask : masks) {
      Arrays.fill(
          masked, Math.min(mask.start(), bytes.length), Math.min(mask.end(), bytes.length), true);
    }
    for (int at = 0; at < bytes.length; at += WIDTH) {
      int end = Math.min(at + WIDTH, bytes.length);
      rows.add(
          new Bytes(at, Arrays.copyOfRange(bytes, at, end), Arrays.copyOfRange(masked, at, end)));
    }
  }

  /** CTAP 2.3 §11.2.4: an initialization packet has the topmost bit of its fifth byte set. */
  private static String frame(Packet packet, Wire wire) {
    byte[] bytes = packet.bytes();
    return switch (wire) {
      case APDUS -> (packet.toKey() ? "command APDU, " : "response APDU, ") + length(bytes.length);
      case REPORTS -> {
        if (bytes.length < 7) {
          yield "report of " + length(bytes.length);
        }
        String channel = "channel " + HexFormat.of().formatHex(bytes, 0, 4);
        yield bytes[4] < 0
            ? String.format(
                Locale.ROOT,
                "initialization packet, %s, command %02x, message of %s",
                channel,
                bytes[4] & 0x7f,
                length(Pieces.promised(bytes)))
            : "continuation packet %d, %s".formatted(bytes[4], channel);
      }
    };
  }

  private static String length(int bytes) {
    return bytes == 1 ? "1 byte" : "%,d bytes".formatted(bytes);
  }

  /** Some rows as text. */
  static String text(List<HexRow> rows) {
    StringBuilder text = new StringBuilder();
    for (HexRow row : rows) {
      switch (row) {
        case Title(String words) -> text.append(words);
        case Bytes(int offset, byte[] bytes, boolean[] _) ->
            text.append(String.format(Locale.ROOT, "%04x  ", offset))
                .append(HexFormat.ofDelimiter(" ").formatHex(bytes));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
