package dev.touchstone.key.trace.compare;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Pieces;
import dev.touchstone.key.trace.message.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command and its reply, by their indexes in the recording.
 *
 * @param title of the command
 * @param command index
 * @param reply index; -1 when there was none
 * @param outcome the name of the status; {@code no reply} when there was none
 * @param elapsed nanoseconds until the reply; -1 when there was none
 */
public record Exchange(String title, int command, int reply, String outcome, long elapsed) {

  static final int NONE = -1;

  /** All commands of a recording, in their order. */
  public static List<Exchange> in(Recording recording) {
    List<Exchange> exchanges = new ArrayList<>();
    Map<Integer, Integer> waiting = new HashMap<>();
    recording.visit((index, outline, whole) -> {
      if (outline instanceof Entry.Message message && isCommand(message.facts())) {
        if (message.facts().toKey()) {
          waiting.put(message.connection(), exchanges.size());
          exchanges.add(new Exchange(Words.title(message), index, NONE, "no reply", NONE));
        } else if (waiting.containsKey(message.connection())) {
          int at = waiting.remove(message.connection());
          Exchange asked = exchanges.get(at);
          exchanges.set(
              at,
              new Exchange(
                  asked.title(),
                  asked.command(),
                  index,
                  Words.outcome(message),
                  message.facts().elapsed()));
        }
      }
      return true;
    });
    return exchanges;
  }

  private static boolean isCommand(MessageFacts facts) {
    return facts.kind() == MessageKind.CTAP2 || facts.kind() == MessageKind.U2F;
  }

  /** The message at an index, put together; secrets in it are covered. */
  public static Optional<byte[]> message(Recording recording, int index) {
    if (index < 0 || !(recording.get(index) instanceof Entry.Message message)) {
      return Optional.empty();
    }
    Wire wire = recording.device(message.connection()).map(Device::wire).orElse(Wire.REPORTS);
    return Optional.of(Pieces.join(wire, message.facts().toKey(), message.packets()));
  }

  /** The facts of the message at an index. */
  static Optional<MessageFacts> facts(Recording recording, int index) {
    return index >= 0 && recording.get(index) instanceof Entry.Message message
        ? Optional.of(message.facts())
        : Optional.empty();
  }
}
