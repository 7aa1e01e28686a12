package dev.touchstone.key.trace.message;

import dev.touchstone.key.trace.cbor.CborItem;
import dev.touchstone.key.trace.cbor.CborScan;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads an authenticator command or its reply, CTAP 2.3 §8: one byte, then CBOR or nothing. */
public final class Content {

  private Content() {}

  /** The CBOR behind the first byte; null where there is none or it cannot be read. */
  public static @Nullable CborItem of(byte[] message) {
    if (message.length < 2) {
      return null;
    }
    try {
      return CborScan.read(message, 1, message.length);
    } catch (CborScan.Unreadable e) {
      return null;
    }
  }

  /** The subcommand that a command of this code names; -1 where there is none. */
  public static int subcommand(int code, @Nullable CborItem content) {
    Command command = Command.of(code);
    if (command == null
        || command.subcommandMember() == 0
        || !(content instanceof CborItem.Map map)) {
      return -1;
    }
    return map.get(command.subcommandMember())
        .filter(CborItem.Whole.class::isInstance)
        .map(CborItem.Whole.class::cast)
        .filter(number -> !number.negative() && number.argument() >= 0 && number.argument() < 256)
        .map(number -> (int) number.argument())
        .orElse(-1);
  }

  /** The members of a map by name, or by number where they have no name. */
  public static Map<String, CborItem> members(int code, boolean toKey, @Nullable CborItem content) {
    Map<String, CborItem> members = new TreeMap<>();
    Command command = Command.of(code);
    if (content instanceof CborItem.Map map) {
      for (CborItem.Pair pair : map.pairs()) {
        Shape shape = command == null ? Shape.COVERED : command.shape(toKey);
        Shape.Field field = Secrets.member(new Shape.Field("", shape, false), pair.label());
        String label =
            String.valueOf(
                pair.label() instanceof CborItem.Text text ? text.value() : pair.label());
        members.put(
            field.name().isEmpty() ? String.format(Locale.ROOT, "%s", label) : field.name(),
            pair.value());
      }
    }
    return members;
  }
}
