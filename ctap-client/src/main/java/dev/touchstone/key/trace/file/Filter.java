package dev.touchstone.key.trace.file;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.message.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which entries somebody wants to see.
 *
 * @param device part of the id or name of a key; empty for all
 * @param command part of a title, such as {@code clientPIN}; empty for all
 * @param onlyFailures refusals, errors and what broke off
 * @param withoutKeepAlives leaves out the key's signs of life
 * @param text that stands in the entry, decoded; empty for all
 */
public record Filter(
    String device, String command, boolean onlyFailures, boolean withoutKeepAlives, String text) {

  /** Everything. */
  public static final Filter ALL = new Filter("", "", false, false, "");

  public Filter {
    device = device.toLowerCase(Locale.ROOT).strip();
    command = command.toLowerCase(Locale.ROOT).strip();
    text = text.toLowerCase(Locale.ROOT).strip();
  }

  /**
   * Looks through a recording. Looking for a text reads every entry; some 100,000 a second.
   *
   * @param stop says when nobody wants the answer any more
   * @return indexes of the entries, in their order; those found so far when stopped
   */
  public int[] in(Recording recording, BooleanSupplier stop) {
    if (equals(ALL)) {
      int[] all = new int[recording.size()];
      Arrays.setAll(all, i -> i);
      return all;
    }
    Found found = new Found();
    recording.visit((index, outline, whole) -> {
      if (matches(recording, outline, whole)) {
        found.add(index);
      }
      return (index & 0x3ff) != 0 || !stop.getAsBoolean();
    });
    return found.indexes();
  }

  /** Whether an entry of a recording is one of them. */
  public boolean matches(Recording recording, Entry outline, Recording.Visitor.Whole whole) {
    return !(onlyFailures && !outline.failed())
        && !(withoutKeepAlives && isKeepAlive(outline))
        && (device.isEmpty() || isOf(recording.device(outline.connection())))
        && (command.isEmpty() || contains(Words.title(outline), command))
        && (text.isEmpty() || says(recording, outline, whole));
  }

  private static boolean isKeepAlive(Entry entry) {
    return entry instanceof Entry.Message message
        && (message.facts().kind() == MessageKind.KEEPALIVE
            || message.facts().kind() == MessageKind.POLL);
  }

  private boolean isOf(Optional<Device> key) {
    return key.filter(it -> contains(it.id(), device) || contains(it.name(), device)).isPresent();
  }

  private boolean says(Recording recording, Entry outline, Recording.Visitor.Whole whole) {
    if (contains(Words.title(outline), text) || contains(Words.outcome(outline), text)) {
      return true;
    }
    if (isKeepAlive(outline)) {
      return false;
    }
    Wire wire = recording.device(outline.connection()).map(Device::wire).orElse(Wire.REPORTS);
    return contains(Words.detail(whole.read(), wire, Names.SHOWN), text);
  }

  private static boolean contains(String where, String what) {
    return where.toLowerCase(Locale.ROOT).contains(what);
  }

  /** Numbers without boxes, since there may be a million. */
  private static final class Found {
    private int[] indexes = new int[256];
    private int count;

    void add(int index) {
      if (count == indexes.length) {
        indexes = Arrays.copyOf(indexes, count * 2);
      }
      indexes[count++] = index;
    }

    int[] indexes() {
      return Arrays.copyOf(indexes, count);
    }
  }
}
