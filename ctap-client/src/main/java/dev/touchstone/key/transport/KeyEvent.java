package dev.touchstone.key.transport;

/** What a watcher of keys is told. */
public sealed interface KeyEvent {

  /** A key is there, or is there in another way than it was told before: by its id it is known. */
  record Added(KeyDevice device) implements KeyEvent {}

  record Removed(KeyDevice device) implements KeyEvent {}

  /** Every key that was there when the watch began has been told. */
  record ListComplete() implements KeyEvent {}
}
