package dev.touchstone.key.transport;

/** The colour of the sticker that a person would put on a key. */
public enum KeyColour {
  NONE,
  RED,
  ORANGE,
  YELLOW,
  GREEN,
  BLUE,
  PURPLE,
  PINK,
  GREY
}
