package dev.touchstone.app.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What this process was given to talk through.
 *
 * @param in standard input
 * @param out standard output: the answer, and nothing else
 * @param err standard error: progress, prompts and failures
 * @param inIsTerminal whether a person types
 * @param outIsTerminal whether a person reads the answer
 * @param errIsTerminal whether a person reads the rest
 * @param columns the width in characters
 * @param colour whether to paint
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    boolean colour) {

  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 40;
  private static final int MOST_COLUMNS = 120;

  /** Nothing that is printed here can drive a terminal, wherever it came from. */
  public Terminal {
    out = VisibleStream.over(out, colour, false);
    err = VisibleStream.over(err, colour, true);
  }

  /**
   * The terminal of this process. The launcher says in {@code touchstone.terminal} which of in, out
   * and err are one and in {@code touchstone.columns} how wide it is; Java itself can only tell
   * whether in and out both are.
   */
  public static Terminal ofProcess(Properties properties, Map<String, String> environment) {
    String all = console().isPresent() ? "in,out,err" : "";
    Set<String> terminals =
        Set.copyOf(Arrays.asList(properties.getProperty("touchstone.terminal", all).split(",")));
    boolean out = terminals.contains("out");
    return new Terminal(
        System.in,
        new PrintStream(System.out, false, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        terminals.contains("in"),
        out,
        terminals.contains("err"),
        columns(
            properties.getProperty("touchstone.columns", environment.getOrDefault("COLUMNS", ""))),
        out && wantsColour(environment));
  }

  /** What can ask without echo; empty where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull") // on JDK 22 to 24 alone it never was
  static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /** The conventions of no-color.org and of {@code TERM=dumb}. */
  private static boolean wantsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  private static int columns(String text) {
    if (!text.matches("[1-9][0-9]{0,4}")) {
      return USUAL_COLUMNS;
    }
    return Math.clamp(Integer.parseInt(text), FEWEST_COLUMNS, MOST_COLUMNS);
  }

  Style style() {
    return new Style(colour);
  }

  /** What the answer is written on. */
  Sheet sheet() {
    return new Sheet(columns, !outIsTerminal, style());
  }
}
