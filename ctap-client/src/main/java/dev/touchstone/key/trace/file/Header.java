package dev.touchstone.key.trace.file;

import java.time.Instant;

/**
 * What a recording says about itself.
 *
 * @param started the time at nanosecond 0
 * @param program the version of the program
 * @param system operating system and its version
 * @param java the Java that it ran on
 * @param command what was run, without its arguments, such as {@code sign-in}
 * @param part 1 for the first file of a run, which is the only one unless it grew too large
 */
public record Header(
    Instant started, String program, String system, String java, String command, int part) {

  /** The same in the next file of the run. */
  Header next() {
    return new Header(started, program, system, java, command, part + 1);
  }
}
