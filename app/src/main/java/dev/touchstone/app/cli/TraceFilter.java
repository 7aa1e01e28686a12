package dev.touchstone.app.cli;

import dev.touchstone.key.trace.file.Filter;
import picocli.CommandLine.Option;

/** Which entries of a recording. */
final class TraceFilter {

  @Option(names = "--key", paramLabel = "WORD", description = "Only of keys with that id or name.")
  private String key = "";

  @Option(
      names = "--command",
      paramLabel = "WORD",
      description = "Only commands and their replies with that in their name, such as clientPIN.")
  private String command = "";

  @Option(names = "--failures", description = "Only what was refused or went wrong.")
  private boolean failures;

  @Option(names = "--text", paramLabel = "TEXT", description = "Only what has that text in it.")
  private String text = "";

  @Option(names = "--no-keep-alives", description = "Leave out the key's signs of life.")
  private boolean withoutKeepAlives;

  Filter filter() {
    return new Filter(key, command, failures, withoutKeepAlives, text);
  }
}
