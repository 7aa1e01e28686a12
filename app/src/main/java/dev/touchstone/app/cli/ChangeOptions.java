package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Whether a key is to be changed. What would change is shown first, whatever follows; then it is
 * done because the person says so now, or said so beforehand.
 */
final class ChangeOptions {

  @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do it without a question.")
  private boolean yes;

  /** The same, answered beforehand in another way. */
  ChangeOptions orDecided(boolean decided) {
    yes = yes || decided;
    return this;
  }

  boolean dryRun() {
    return dryRun;
  }

  /** Whether the person said beforehand that it shall be done. */
  boolean decided() {
    return yes && !dryRun;
  }

  /**
   * Shows the preview on standard error and asks, unless that was answered beforehand.
   *
   * @param preview one paragraph each
   * @param answerable whether standard input is a person and not a PIN
   * @return false for {@code --dry-run}
   * @throws Failure if the person declines, or nobody can be asked
   */
  boolean wanted(CommandContext context, List<String> preview, boolean answerable) throws Failure {
    return wanted(context, preview, answerable, "y");
  }

  /**
   * As {@link #wanted(CommandContext, List, boolean)}, for what cannot be undone.
   *
   * @param word what has to be typed; {@code y} for an ordinary question
   */
  boolean wanted(CommandContext context, List<String> preview, boolean answerable, String word)
      throws Failure {
    if (dryRun) {
      return false;
    }
    if (yes) {
      return true;
    }
    Terminal terminal = context.terminal();
    for (String paragraph : preview) {
      Paragraph.lines(Visible.of(paragraph), terminal.columns()).forEach(terminal.err()::println);
    }
    if (!answerable || !terminal.inIsTerminal()) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "Nobody can be asked here whether that shall be done.",
              "Nothing was changed.",
              "Add --yes to do it.",
              ""));
    }
    terminal
        .err()
        .print(word.equals("y") ? "Go on? [y/N] " : "Type '%s' to go on: ".formatted(word));
    terminal.err().flush();
    String answer =
        Answer.unlessCancelled(context.cancellation(), () -> LineReader.line(terminal.in()))
            .orElse("")
            .strip();
    if (answer.equalsIgnoreCase(word) || (word.equals("y") && answer.equalsIgnoreCase("yes"))) {
      return true;
    }
    throw new Failure(
        new Advice(Advice.Kind.CANCELLED, "Cancelled.", "Nothing was changed.", "", ""));
  }
}
