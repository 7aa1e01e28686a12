package dev.touchstone.key.trace.message;

import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** How a message lies in the packets that carry it, CTAP 2.3 §11.2.4 and §11.3.5. */
public final class Pieces {

  /** Of an initialization packet: behind channel, command and length. */
  private static final int INITIAL = 7;

  /** Of a continuation packet: behind channel and sequence number. */
  private static final int CONTINUED = 5;

  private static final int STATUS_WORD = 2;

  private Pieces() {}

  /** What becomes of one piece. */
  private interface Visitor {
    /**
     * Visits a piece.
     *
     * @param at index in the message of its first byte
     * @param from index of that byte in the packet
     */
    void piece(Packet packet, int at, int from, int length);
  }

  /** The message that these packets carry, as far as they go. */
  public static byte[] join(Wire wire, boolean toKey, List<Packet> packets) {
    int[] size = {0};
    visit(wire, toKey, packets, (packet, at, from, length) -> size[0] = at + length);
    byte[] message = new byte[size[0]];
    visit(
        wire,
        toKey,
        packets,
        (packet, at, from, length) -> System.arraycopy(packet.bytes(), from, message, at, length));
    return message;
  }

  /** Covers those parts of the message in the packets themselves. */
  public static void cover(Wire wire, boolean toKey, List<Packet> packets, List<Mask> masks) {
    if (masks.isEmpty()) {
      return;
    }
    List<List<Mask>> covered = inPackets(wire, toKey, packets, masks);
    for (int i = 0; i < packets.size(); i++) {
      for (Mask mask : covered.get(i)) {
        Arrays.fill(packets.get(i).bytes(), mask.start(), mask.end(), Mask.COVER);
      }
    }
  }

  /** Where those parts of the message lie in each of the packets. */
  public static List<List<Mask>> inPackets(
      Wire wire, boolean toKey, List<Packet> packets, List<Mask> masks) {
    IdentityHashMap<Packet, List<Mask>> found = new IdentityHashMap<>();
    packets.forEach(packet -> found.put(packet, new ArrayList<>()));
    visit(
        wire,
        toKey,
        packets,
        (packet, at, from, length) -> {
          for (Mask mask : masks) {
            int start = Math.max(mask.start(), at);
            int end = Math.min(mask.end(), at + length);
            if (start < end) {
              Objects.requireNonNull(found.get(packet))
                  .add(new Mask(from + start - at, end - start, mask.name()));
            }
          }
        });
    return packets.stream()
        .map(packet -> List.copyOf(Objects.requireNonNull(found.get(packet))))
        .toList();
  }

  private static void visit(Wire wire, boolean toKey, List<Packet> packets, Visitor visitor) {
    switch (wire) {
      case REPORTS -> visitReports(packets, visitor);
      case APDUS -> visitApdus(toKey, packets, visitor);
    }
  }

  private static void visitReports(List<Packet> packets, Visitor visitor) {
    int rest = 0;
    int at = 0;
    for (int i = 0; i < packets.size(); i++) {
      byte[] bytes = packets.get(i).bytes();
      boolean initial = bytes.length >= INITIAL && bytes[4] < 0;
      int from = initial ? INITIAL : CONTINUED;
      if (i == 0) {
        // Whatever does not begin as it should is one piece to its end, all of it to be covered.
        rest = initial ? length(bytes) : Integer.MAX_VALUE;
      }
      int length = Math.clamp(bytes.length - from, 0, rest);
      if (length > 0) {
        visitor.piece(packets.get(i), at, from, length);
      }
      at += length;
      rest -= length;
    }
  }

  /** The length that an initialization packet promises; -1 if it is none. */
  public static int promised(byte[] packet) {
    return packet.length >= INITIAL && packet[4] < 0 ? length(packet) : -1;
  }

  /** Two bytes at 5, where both CTAPHID and extended APDUs have it. */
  private static int length(byte[] packet) {
    return ((packet[5] & 0xff) << 8) | (packet[6] & 0xff);
  }

  private static void visitApdus(boolean toKey, List<Packet> packets, Visitor visitor) {
    int at = 0;
    for (Packet packet : packets) {
      if (packet.toKey() == toKey) {
        int from = toKey ? dataStart(packet.bytes()) : 0;
        int length = toKey ? dataLength(packet.bytes()) : packet.bytes().length - STATUS_WORD;
        if (length > 0) {
          visitor.piece(packet, at, from, length);
          at += length;
        }
      }
    }
  }

  private static boolean isExtended(byte[] apdu) {
    return apdu.length >= 7 && apdu[4] == 0;
  }

  private static int dataStart(byte[] apdu) {
    return isExtended(apdu) ? 7 : 5;
  }

  /** ISO 7816-4 §5.2; what is left over belongs to the data, lest it stay uncovered. */
  private static int dataLength(byte[] apdu) {
    if (apdu.length <= 5 || (isExtended(apdu) && apdu.length == 7)) {
      return 0;
    }
    int said = isExtended(apdu) ? length(apdu) : apdu[4] & 0xff;
    int there = apdu.length - dataStart(apdu);
    int expected = isExtended(apdu) ? 2 : 1;
    return there - said > expected ? there : Math.min(said, there);
  }
}
