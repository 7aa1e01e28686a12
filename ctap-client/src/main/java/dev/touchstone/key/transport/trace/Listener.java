package dev.touchstone.key.transport.trace;

import dev.touchstone.key.trace.cbor.CborItem;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Timeline;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.message.Content;
import dev.touchstone.key.trace.message.Pieces;
import dev.touchstone.key.trace.message.Secrets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands what passes on one connection far enough to know what is secret. A reply does not say
 * what it answers, so the last command is remembered: its code and its time, nothing else.
 */
final class Listener {

  private static final int U2F_VERSION = 3;

  /** Lengths of CTAPHID_INIT, CTAP 2.3 §11.2.9.1.3. */
  private static final int NONCE = 8;

  private static final int CHANNEL_AND_VERSIONS = 17;

  /** Lengths of an application's id (ISO 7816-4) and of what a key calls its versions. */
  private static final int APPLET = 16;

  private static final int VERSION = 8;

  private final Wire wire;
  private final int connection;
  private final Timeline timeline;
  private MessageKind asked = MessageKind.OTHER;
  private int command = MessageFacts.NONE;
  private int subcommand = MessageFacts.NONE;
  private long sent;

  Listener(Wire wire, int connection, Timeline timeline) {
    this.wire = wire;
    this.connection = connection;
    this.timeline = timeline;
  }

  long now() {
    return timeline.now();
  }

  void trouble(Exception failure) {
    String message = failure.getMessage();
    timeline.add(
        new Entry.Trouble(
            connection, now(), message == null ? failure.getClass().getSimpleName() : message));
  }

  void disconnected() {
    timeline.add(new Entry.Disconnected(connection, now()));
  }

  /** What the last command was: a reply is of the same kind. */
  MessageKind asked() {
    return asked;
  }

  /**
   * A message is at its end.
   *
   * @param complete whether it is whole; if not, nobody can tell what is in it, and all is covered
   * @param code CTAPHID command or INS byte, for those that carry no authenticator command
   * @param statusWord of a card; {@link MessageFacts#NONE} on other wires
   * @param packets covered in place
   */
  void heard(
      MessageKind kind,
      boolean toKey,
      boolean complete,
      int channel,
      int code,
      int statusWord,
      List<Packet> packets) {
    byte[] message = Pieces.join(wire, toKey, packets);
    try {
      CborItem content = kind == MessageKind.CTAP2 && complete ? Content.of(message) : null;
      if (toKey && kind != MessageKind.CANCEL && kind != MessageKind.POLL) {
        remember(kind, code, message, content, packets.getLast().nanos());
      }
      MessageFacts facts =
          facts(kind, toKey, complete, channel, code, statusWord, message, packets);
      List<Mask> masks =
          complete
              ? masks(facts, message, content)
              : Secrets.all(message.length, 0, "what broke off");
      Pieces.cover(wire, toKey, packets, masks);
      timeline.add(
          new Entry.Message(connection, packets.getFirst().nanos(), facts, masks, packets));
    } finally {
      Arrays.fill(message, (byte) 0);
    }
  }

  private void remember(
      MessageKind kind, int code, byte[] message, @Nullable CborItem content, long at) {
    asked = kind;
    sent = at;
    subcommand = MessageFacts.NONE;
    command = code;
    if (kind == MessageKind.CTAP2) {
      command = message.length == 0 ? MessageFacts.NONE : message[0] & 0xff;
      subcommand = Content.subcommand(command, content);
    } else if (kind == MessageKind.U2F && wire == Wire.REPORTS) {
      command = message.length < 2 ? MessageFacts.NONE : message[1] & 0xff;
    }
  }

  private MessageFacts facts(
      MessageKind kind,
      boolean toKey,
      boolean complete,
      int channel,
      int code,
      int statusWord,
      byte[] message,
      List<Packet> packets) {
    boolean ofCommand = kind == MessageKind.CTAP2 || kind == MessageKind.U2F;
    return new MessageFacts(
        kind,
        toKey,
        complete,
        channel,
        ofCommand ? command : code,
        ofCommand ? subcommand : MessageFacts.NONE,
        toKey ? MessageFacts.NONE : status(kind, statusWord, message),
        toKey ? MessageFacts.NONE : Math.max(0, packets.getLast().nanos() - sent),
        message.length);
  }

  private int status(MessageKind kind, int statusWord, byte[] message) {
    boolean refusedByCard = statusWord != MessageFacts.NONE && message.length == 0;
    return switch (kind) {
      case CTAP2 -> refusedByCard ? statusWord : first(message);
      case KEEPALIVE, ERROR -> first(message);
      case U2F ->
          wire == Wire.REPORTS && message.length >= 2
              ? ((message[message.length - 2] & 0xff) << 8) | (message[message.length - 1] & 0xff)
              : statusWord;
      case SELECT, CONTROL, OTHER, POLL -> statusWord;
      case INIT, PING, WINK, LOCK, CANCEL -> MessageFacts.NONE;
    };
  }

  /** These messages have a length; what is there beyond it nobody can tell. */
  private static List<Mask> beyond(int length, byte[] message) {
    return Secrets.all(message.length, length, "what does not belong there");
  }

  private static int first(byte[] message) {
    return message.length == 0 ? MessageFacts.NONE : message[0] & 0xff;
  }

  private List<Mask> masks(MessageFacts facts, byte[] message, @Nullable CborItem content) {
    return switch (facts.kind()) {
      case CTAP2 -> Secrets.in(facts.command(), facts.toKey(), message, content);
      case U2F ->
          facts.command() <= U2F_VERSION
              ? List.of()
              : Secrets.all(message.length, 0, "a vendor's own message");
      case OTHER -> Secrets.all(message.length, 0, "a message that nobody knows");
      case INIT -> beyond(facts.toKey() ? NONCE : CHANNEL_AND_VERSIONS, message);
      case LOCK, ERROR, KEEPALIVE -> beyond(1, message);
      case SELECT -> beyond(facts.toKey() ? APPLET : VERSION, message);
      case PING, WINK, CANCEL, POLL, CONTROL -> beyond(0, message);
    };
  }
}
