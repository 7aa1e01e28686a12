package dev.touchstone.app.cli;

/** How much of a long list is shown at once. */
final class Page {

  /** As much as a person reads, or a script takes in one go. */
  static final int USUAL = 100;

  static final int MOST = 10_000;

  private Page() {}

  static int limit(int wanted) {
    return Math.clamp(wanted, 1, MOST);
  }
}
