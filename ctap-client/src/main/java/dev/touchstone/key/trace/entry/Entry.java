package dev.touchstone.key.trace.entry;

import java.util.List;

/** One thing on the timeline. */
public sealed interface Entry {

  /** Nothing of a key: {@link #connection} of what happens elsewhere. */
  int NO_CONNECTION = 0;

  /** Which opened key it is about, counted from 1 in each recording. */
  int connection();

  /** When it began, in nanoseconds since the recording began. */
  long nanos();

  /** A key was opened. */
  record Connected(int connection, long nanos, Device device) implements Entry {}

  /** A key was closed. */
  record Disconnected(int connection, long nanos) implements Entry {}

  /**
   * A message with the packets that carried it.
   *
   * @param facts what it is, without looking into it
   * @param masks what was covered, by positions in the message; in their order
   * @param packets in their order; empty only for what was never sent
   */
  record Message(
      int connection, long nanos, MessageFacts facts, List<Mask> masks, List<Packet> packets)
      implements Entry {

    public Message {
      masks = List.copyOf(masks);
      packets = List.copyOf(packets);
    }
  }

  /**
   * The wire failed.
   *
   * @param sentence what was told
   */
  record Trouble(int connection, long nanos, String sentence) implements Entry {}

  /**
   * What the person was asked, or did. No PIN and no account name is ever part of it.
   *
   * @param sentence more about it; may be empty
   */
  record Person(int connection, long nanos, PersonAct act, String sentence) implements Entry {}

  /**
   * What the relying party did.
   *
   * @param accepted false for a response that was refused
   * @param sentence the verdict with the first step that failed; or whom the options are for
   * @param json the options as W3C JSON with secrets covered; empty for a verdict
   */
  record Party(
      int connection, long nanos, PartyAct act, boolean accepted, String sentence, String json)
      implements Entry {}

  /** Something that the recorder itself has to say. */
  record Note(int connection, long nanos, String sentence) implements Entry {}

  /** Whether something went wrong here: a refusal, an error, a failure of the wire. */
  default boolean failed() {
    return switch (this) {
      case Connected _, Disconnected _, Person _, Note _ -> false;
      case Message message -> message.facts().failed();
      case Trouble _ -> true;
      case Party party -> !party.accepted();
    };
  }
}
