package dev.touchstone.key.transport;

/** What this program saw by itself where nobody reported a code. */
public enum Symptom implements WireError {
  /** The device, card or simulator is not there any more. */
  UNPLUGGED,
  /** This program closed the connection meanwhile. */
  CLOSED,
  /** Nothing came in time, not even a keep-alive. */
  NO_ANSWER,
  /** Somebody else holds the key. */
  IN_USE,
  /** This user may not open it. */
  NOT_PERMITTED,
  /** What came does not follow the protocol. */
  NOT_THE_PROTOCOL;

  @Override
  public String code() {
    return "";
  }
}
