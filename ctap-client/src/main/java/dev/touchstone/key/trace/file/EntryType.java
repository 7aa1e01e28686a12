package dev.touchstone.key.trace.file;

/** The first byte of a record. */
final class EntryType {

  static final int HEADER = 0;
  static final int CONNECTED = 1;
  static final int DISCONNECTED = 2;
  static final int MESSAGE = 3;
  static final int TROUBLE = 4;
  static final int PERSON = 5;
  static final int PARTY = 6;
  static final int NOTE = 7;

  private EntryType() {}
}
