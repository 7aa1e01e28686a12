package dev.touchstone.app.ui.recorder;

import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/** Rows as a list for the window, each made when it is looked at and forgotten thereafter. */
public final class Lines extends ObservableListBase<Line> {

  private final Rows rows;

  Lines(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Line get(int row) {
    if (row < 0 || row >= rows.size()) {
      throw new IndexOutOfBoundsException("row " + row + " of " + rows.size());
    }
    return new Line(rows.entry(row), rows.times(row));
  }

  @Override
  public int size() {
    return rows.size();
  }

  /** By the entry, without a look at every row. */
  @Override
  public int indexOf(@Nullable Object line) {
    if (line instanceof Line(int entry, int _)) {
      int row = rows.rowOf(entry);
      return row >= 0 && rows.entry(row) == entry ? row : -1;
    }
    return -1;
  }

  @Override
  public int lastIndexOf(@Nullable Object line) {
    return indexOf(line);
  }

  @Override
  public boolean contains(@Nullable Object line) {
    return indexOf(line) >= 0;
  }

  /** The row that an entry is in, or the last one before it; -1 where there is none. */
  public int rowOf(int entry) {
    return rows.rowOf(entry);
  }

  /** The next row below that tells of a failure, from the top again after the last; or -1. */
  public int failureAfter(int row) {
    return rows.failureAfter(row);
  }

  /** How many rows tell of a failure. */
  public int failures() {
    return rows.failures();
  }

  /** A list is like no other, whatever its rows: nobody is to compare a million of them. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** What was recorded since. */
  void append(List<TimelineSearch.Match> more) {
    if (more.isEmpty()) {
      return;
    }
    beginChange();
    int before = rows.size();
    boolean folded = false;
    for (TimelineSearch.Match match : more) {
      boolean own = rows.add(match.index(), match.entry());
      folded |= !own && rows.size() == before;
    }
    if (folded && before > 0) {
      nextUpdate(before - 1);
    }
    if (rows.size() > before) {
      nextAdd(before, rows.size());
    }
    endChange();
  }
}
