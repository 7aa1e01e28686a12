package dev.touchstone.app.ui.recorder;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Looks through a recording for the rows of a timeline; runs in the background.
 *
 * @param filter which entries
 * @param key of this key alone, if there is one
 */
record TimelineSearch(Filter filter, Optional<Device> key) {

  private static final int STEP = 0x3ff;

  /** An entry that is looked for. */
  record Match(int index, Entry entry) {}

  /**
   * Rows and how far the search came.
   *
   * @param seen entries from the first on that were looked at
   */
  record Found(Rows rows, int seen) {}

  /**
   * All entries of the recording that match, or those until it was stopped.
   *
   * @param progress told from 0 to 1, every now and then
   * @param stop says when nobody wants the answer any more
   */
  Found run(Recording recording, DoubleConsumer progress, BooleanSupplier stop) {
    Rows rows = new Rows();
    int total = recording.size();
    int[] seen = {0};
    int[] told = {0};
    recording.visit((index, outline, whole) -> {
      if (matches(recording, outline, whole)) {
        rows.add(index, outline);
      }
      seen[0] = index + 1;
      if ((index & STEP) != 0) {
        return true;
      }
      int share = (int) (100L * index / total);
      if (share > told[0]) {
        told[0] = share;
        progress.accept(share / 100.0);
      }
      return !stop.getAsBoolean();
    });
    return new Found(rows, seen[0]);
  }

  /** Those that match among some entries in a row. */
  List<Match> run(Recording recording, int from, int count) {
    List<Match> matches = new ArrayList<>();
    int index = from;
    for (Entry entry : recording.page(from, count)) {
      if (matches(recording, entry, () -> entry)) {
        matches.add(new Match(index, entry));
      }
      index++;
    }
    return matches;
  }

  private boolean matches(Recording recording, Entry entry, Recording.Visitor.Whole whole) {
    return (key.isEmpty() || isOfKey(recording, entry)) && filter.matches(recording, entry, whole);
  }

  private boolean isOfKey(Recording recording, Entry entry) {
    return recording
        .device(entry.connection())
        .filter(it -> key.filter(wanted -> isSame(wanted, it)).isPresent())
        .isPresent();
  }

  /** A key that was opened twice is two devices in a recording. */
  static boolean isSame(Device one, Device other) {
    return one.id().equals(other.id()) && one.name().equals(other.name());
  }
}
