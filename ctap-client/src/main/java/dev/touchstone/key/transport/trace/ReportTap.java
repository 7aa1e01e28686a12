package dev.touchstone.key.transport.trace;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Timeline;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.message.Pieces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Listens to CTAPHID packets, CTAP 2.3 §11.2. A packet is held back until its message is at an end,
 * since a secret may begin in one packet and end in the next.
 */
final class ReportTap implements FidoConnection {

  private static final int COMMAND = 4;
  private static final byte ERROR = (byte) 0xbf;

  private final FidoConnection connection;
  private final Listener listener;
  private final List<Packet> outgoing = new ArrayList<>();
  private final List<Packet> incoming = new ArrayList<>();

  ReportTap(FidoConnection connection, int number, Timeline timeline) {
    this.connection = connection;
    this.listener = new Listener(Wire.REPORTS, number, timeline);
  }

  @Override
  public void send(byte[] packet) throws IOException {
    long at = listener.now();
    try {
      connection.send(packet);
    } catch (IOException e) {
      take(new Packet(at, true, packet.clone()));
      listener.trouble(e);
      throw e;
    }
    take(new Packet(at, true, packet.clone()));
  }

  @Override
  public void receive(byte[] packet) throws IOException {
    packet[COMMAND] = 0;
    try {
      connection.receive(packet);
    } catch (IOException e) {
      if (packet[COMMAND] == ERROR) {
        take(new Packet(listener.now(), false, packet.clone()));
      } else {
        breakOff();
        listener.trouble(e);
      }
      throw e;
    }
    take(new Packet(listener.now(), false, packet.clone()));
  }

  private synchronized void take(Packet packet) {
    List<Packet> message = packet.toKey() ? outgoing : incoming;
    if (packet.bytes()[COMMAND] >= 0) { // it goes on with a message
      message.add(packet);
      if (message.size() == 1) {
        breakOff(message, packet.toKey());
      } else {
        endIfComplete(message, packet.toKey());
      }
      return;
    }
    MessageKind kind = kind(packet.bytes()[COMMAND]);
    boolean inBetween =
        kind == MessageKind.KEEPALIVE || kind == MessageKind.CANCEL || kind == MessageKind.ERROR;
    if (inBetween) {
      List<Packet> alone = new ArrayList<>(List.of(packet));
      endIfComplete(alone, packet.toKey());
      breakOff(alone, packet.toKey());
      return;
    }
    breakOff(message, packet.toKey());
    if (packet.toKey()) {
      breakOff(incoming, false);
    }
    message.add(packet);
    endIfComplete(message, packet.toKey());
  }

  private void endIfComplete(List<Packet> message, boolean toKey) {
    int promised = Pieces.promised(message.getFirst().bytes());
    int there = 57 + (message.size() - 1) * 59;
    if (there >= promised) {
      wipePadding(message.getLast().bytes(), there - promised);
      tell(message, toKey, true);
    }
  }

  /** Behind the message there should be zeros, not what was in somebody's buffer before. */
  private static void wipePadding(byte[] packet, int length) {
    Arrays.fill(packet, packet.length - Math.min(length, packet.length), packet.length, (byte) 0);
  }

  private synchronized void breakOff() {
    breakOff(outgoing, true);
    breakOff(incoming, false);
  }

  private void breakOff(List<Packet> message, boolean toKey) {
    if (!message.isEmpty()) {
      tell(message, toKey, false);
    }
  }

  private void tell(List<Packet> message, boolean toKey, boolean complete) {
    byte[] first = message.getFirst().bytes();
    listener.heard(
        kind(first[COMMAND]),
        toKey,
        complete,
        ByteBuffer.wrap(first).getInt(),
        first[COMMAND] & 0x7f,
        MessageFacts.NONE,
        List.copyOf(message));
    message.clear();
  }

  /** CTAP 2.3 §11.2.9. */
  private static MessageKind kind(byte command) {
    return switch (command & 0xff) {
      case 0x81 -> MessageKind.PING;
      case 0x83 -> MessageKind.U2F;
      case 0x84 -> MessageKind.LOCK;
      case 0x86 -> MessageKind.INIT;
      case 0x88 -> MessageKind.WINK;
      case 0x90 -> MessageKind.CTAP2;
      case 0x91 -> MessageKind.CANCEL;
      case 0xbb -> MessageKind.KEEPALIVE;
      case 0xbf -> MessageKind.ERROR;
      default -> MessageKind.OTHER;
    };
  }

  @Override
  public void close() throws IOException {
    breakOff();
    try {
      connection.close();
    } finally {
      listener.disconnected();
    }
  }
}
