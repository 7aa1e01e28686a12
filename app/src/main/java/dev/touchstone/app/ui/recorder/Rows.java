package dev.touchstone.app.ui.recorder;

import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a recording are rows of the timeline: their indexes and no more, since there may
 * be a million. Keep-alives that follow each other and say the same are one row.
 */
final class Rows {

  /** Of a row that is not there. */
  static final int NONE = -1;

  private int[] entries = new int[256];
  private int[] times = new int[256];
  private int size;
  private int[] failures = new int[16];
  private int failed;
  private Entry.@Nullable Message lastKeepAlive;

  int size() {
    return size;
  }

  /** How many rows tell of a failure. */
  int failures() {
    return failed;
  }

  /** Index of the entry in the recording; of the first one where several are one row. */
  int entry(int row) {
    return entries[row];
  }

  /** How many entries are this row. */
  int times(int row) {
    return times[row];
  }

  /**
   * The row that an entry is in, or the last one before it; {@link #NONE} where there is none.
   *
   * @param entry index in the recording
   */
  int rowOf(int entry) {
    int found = Arrays.binarySearch(entries, 0, size, entry);
    return found >= 0 ? found : -found - 2;
  }

  /** The next row below that tells of a failure, from the top again after the last. */
  int failureAfter(int row) {
    if (failed == 0) {
      return NONE;
    }
    int found = Arrays.binarySearch(failures, 0, failed, row + 1);
    int next = found >= 0 ? found : -found - 1;
    return failures[next == failed ? 0 : next];
  }

  /**
   * One more entry, in their order.
   *
   * @return whether it is a row of its own
   */
  boolean add(int index, Entry outline) {
    Entry.Message before = lastKeepAlive;
    Entry.Message keepAlive = keepAlive(outline);
    lastKeepAlive = keepAlive;
    if (before != null && keepAlive != null && isAlike(before, keepAlive)) {
      times[size - 1]++;
      return false;
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
      times = Arrays.copyOf(times, size * 2);
    }
    entries[size] = index;
    times[size] = 1;
    if (outline.failed()) {
      if (failed == failures.length) {
        failures = Arrays.copyOf(failures, failed * 2);
      }
      failures[failed++] = size;
    }
    size++;
    return true;
  }

  private static Entry.@Nullable Message keepAlive(Entry entry) {
    return entry instanceof Entry.Message message && message.facts().kind() == MessageKind.KEEPALIVE
        ? message
        : null;
  }

  private static boolean isAlike(Entry.Message one, Entry.Message next) {
    return one.connection() == next.connection() && one.facts().status() == next.facts().status();
  }
}
