package dev.touchstone.app.usecase;

/** How far a ceremony is; told in this order, a stage may be left out. */
public enum Stage {
  FINDING_KEY,
  OPENING_KEY,
  AT_THE_KEY,
  VERIFYING,
  DONE
}
