package dev.touchstone.app.cli;

/** How a process ends; documented in {@code --help}. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  /** As a shell says it: 128 and SIGINT. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
