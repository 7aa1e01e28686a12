package dev.touchstone.key.trace.entry;

/**
 * Where entries go, from several threads at once. It never fails: a recorder must not break what it
 * records.
 */
public interface Timeline {

  /** The time on its clock, in nanoseconds since the recording began. */
  long now();

  /** Takes an entry; keeps nothing of it that the caller may change later. */
  void add(Entry entry);
}
