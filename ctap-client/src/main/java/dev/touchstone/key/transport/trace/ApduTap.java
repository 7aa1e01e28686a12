package dev.touchstone.key.transport.trace;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Timeline;
import dev.touchstone.key.trace.entry.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens to APDUs, CTAP 2.3 §11.3. A message may be a chain of several, and so may be its reply;
 * each is held back until it is at its end.
 */
final class ApduTap implements SmartCardConnection {

  private static final int CHAINED = 0x10;
  private static final int CTAP = 0x80;
  private static final int SELECT = 0xa4;
  private static final int GET_RESPONSE = 0xc0;
  private static final int CTAP_MSG = 0x10;
  private static final int CTAP_GET_RESPONSE = 0x11;
  private static final int CTAP_CONTROL = 0x12;
  private static final int STATUS_UPDATE = 0x9100;
  private static final int U2F_LAST = 0x3f;

  private final SmartCardConnection connection;
  private final Listener listener;
  private final List<Packet> command = new ArrayList<>();
  private final List<Packet> reply = new ArrayList<>();

  ApduTap(SmartCardConnection connection, int number, Timeline timeline) {
    this.connection = connection;
    this.listener = new Listener(Wire.APDUS, number, timeline);
  }

  @Override
  public byte[] sendAndReceive(byte[] apdu) throws IOException {
    Packet sent = new Packet(listener.now(), true, apdu.clone());
    byte[] response;
    try {
      response = connection.sendAndReceive(apdu);
    } catch (IOException e) {
      command.add(sent);
      breakOff();
      listener.trouble(e);
      throw e;
    }
    hear(sent, new Packet(listener.now(), false, response.clone()));
    return response;
  }

  private void hear(Packet sent, Packet received) {
    boolean more = octet(received.bytes(), received.bytes().length - 2) == 0x61;
    if (!reply.isEmpty() && octet(sent.bytes(), 1) == GET_RESPONSE) {
      reply.add(sent);
      reply.add(received);
      if (!more) {
        tellReply();
      }
      return;
    }
    breakOff(reply, false);
    command.add(sent);
    if ((octet(sent.bytes(), 0) & CHAINED) != 0) {
      command.add(received);
      return;
    }
    tell(command, true, true);
    reply.add(received);
    if (!more) {
      tellReply();
    }
  }

  private void tellReply() {
    tell(reply, false, true);
  }

  private void breakOff() {
    breakOff(command, true);
    breakOff(reply, false);
  }

  private void breakOff(List<Packet> message, boolean toKey) {
    if (!message.isEmpty()) {
      tell(message, toKey, false);
    }
  }

  private void tell(List<Packet> message, boolean toKey, boolean complete) {
    byte[] last = message.getLast().bytes();
    int word =
        toKey || last.length < 2
            ? MessageFacts.NONE
            : octet(last, last.length - 2) << 8 | octet(last, last.length - 1);
    int instruction = octet(message.getFirst().bytes(), 1);
    MessageKind kind = toKey ? kind(message.getFirst().bytes()) : replyKind(word);
    listener.heard(
        kind,
        toKey,
        complete && (toKey || word != MessageFacts.NONE),
        0,
        toKey ? instruction : MessageFacts.NONE,
        word,
        List.copyOf(message));
    message.clear();
  }

  private MessageKind replyKind(int word) {
    return word == STATUS_UPDATE ? MessageKind.KEEPALIVE : listener.asked();
  }

  private static MessageKind kind(byte[] apdu) {
    int instruction = octet(apdu, 1);
    if ((octet(apdu, 0) & ~CHAINED) == CTAP) {
      return switch (instruction) {
        case CTAP_MSG -> MessageKind.CTAP2;
        case CTAP_GET_RESPONSE -> MessageKind.POLL;
        case CTAP_CONTROL -> MessageKind.CONTROL;
        default -> MessageKind.OTHER;
      };
    }
    if (instruction == SELECT) {
      return MessageKind.SELECT;
    }
    return instruction >= 1 && instruction <= U2F_LAST ? MessageKind.U2F : MessageKind.OTHER;
  }

  private static int octet(byte[] bytes, int index) {
    return index < 0 || index >= bytes.length ? 0 : bytes[index] & 0xff;
  }

  @Override
  public Transport getTransport() {
    return connection.getTransport();
  }

  @Override
  public boolean isExtendedLengthApduSupported() {
    return connection.isExtendedLengthApduSupported();
  }

  @Override
  public byte[] getAtr() {
    return connection.getAtr();
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
