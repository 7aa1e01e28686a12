package dev.touchstone.key.trace.message;

/** Whether people's names are shown: on the screen yes, in a report for others only when asked. */
public enum Names {
  SHOWN,
  HIDDEN
}
