package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to tell a person whose words are no command. */
final class Misuse {

  private Misuse() {}

  /**
   * What was wrong, and what may have been meant.
   *
   * @param arguments all that was typed
   */
  static Advice advice(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String help = "See: %s --help".formatted(command.getCommandSpec().qualifiedName());
    return new Advice(
        Advice.Kind.USAGE, what(failure), "", (similar(failure, arguments) + help).strip(), "");
  }

  private static String what(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String argument = unmatched.getUnmatched().getFirst();
      return failure.getCommandLine().getSubcommands().isEmpty()
          ? "'%s' is one argument too many.".formatted(argument)
          : "There is no command '%s'.".formatted(argument);
    }
    return sentence(String.valueOf(failure.getMessage()));
  }

  /** What a mistyped word may have been meant to be. */
  private static String similar(ParameterException failure, String[] arguments) {
    List<String> words =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched.isUnknownOption() ? unmatched.getSuggestions() : commands(unmatched)
            : List.of();
    return words.isEmpty()
        ? idWithHyphen(arguments)
        : "Did you mean '%s'? ".formatted(words.getFirst().replaceFirst("=.*", ""));
  }

  /** Of the commands there those that a slip of the fingers, or a beginning, is away. */
  private static List<String> commands(UnmatchedArgumentException failure) {
    String typed = failure.getUnmatched().getFirst();
    return failure.getCommandLine().getSubcommands().keySet().stream()
        .filter(it -> it.startsWith(typed) || Slips.between(typed, it) <= (typed.length() + 1) / 3)
        .sorted(Comparator.comparingInt(it -> Slips.between(typed, it)))
        .toList();
  }

  /** One credential id in 64 begins with a hyphen, which is in the alphabet of base64url. */
  private static String idWithHyphen(String[] arguments) {
    boolean mayBeId =
        Arrays.stream(arguments).anyMatch(it -> it.matches("-[A-Za-z0-9_][A-Za-z0-9_-]{2,}"));
    return mayBeId ? "Before an id that begins with a hyphen, put -- as a word of its own. " : "";
  }

  private static String sentence(String text) {
    String trimmed = text.strip();
    return trimmed.endsWith(".") ? trimmed : trimmed + ".";
  }
}
