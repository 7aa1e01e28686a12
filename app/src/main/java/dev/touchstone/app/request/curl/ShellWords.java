package dev.touchstone.app.request.curl;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.variable.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a command line into words as a POSIX shell does, with the {@code $'…'} of bash that
 * browsers write. Nothing is run and nothing is looked up: {@code $NAME} becomes the variable
 * {@code {{NAME}}}.
 */
final class ShellWords {

  private final String line;
  private int at;
  private @Nullable StringBuilder word;
  private final List<String> words = new ArrayList<>();

  private ShellWords(String line) {
    this.line = line;
  }

  /**
   * The words up to the end of the command.
   *
   * @param words without quotes
   * @param rest what follows it, such as a pipe; empty if nothing does
   */
  record Split(List<String> words, String rest) {}

  /**
   * Splits.
   *
   * @throws Failure if a quotation does not end, or a command would have to be run
   */
  static Split split(String line) throws Failure {
    ShellWords shell = new ShellWords(line);
    String rest = shell.run();
    return new Split(shell.words, rest);
  }

  private String run() throws Failure {
    while (at < line.length()) {
      char c = line.charAt(at++);
      switch (c) {
        case ' ', '\t', '\r' -> endWord();
        case '\n', ';', '|', '&', '>', '<' -> {
          endWord();
          if (c != '\n' || !words.isEmpty()) {
            return line.substring(c == '\n' ? at : at - 1).strip();
          }
        }
        case '#' -> comment();
        case '\'' -> singleQuoted();
        case '"' -> doubleQuoted();
        case '\\' -> escaped();
        case '`' -> throw CurlAdvice.wouldRun();
        case '$' -> dollar(false);
        default -> word().append(c);
      }
    }
    endWord();
    return "";
  }

  private StringBuilder word() {
    StringBuilder current = word;
    if (current == null) {
      current = new StringBuilder();
      word = current;
    }
    return current;
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  private void comment() {
    if (word != null) {
      word().append('#');
      return;
    }
    int end = line.indexOf('\n', at);
    at = end < 0 ? line.length() : end;
  }

  private void escaped() {
    if (at >= line.length()) {
      return;
    }
    char c = line.charAt(at++);
    if (c == '\r' && at < line.length() && line.charAt(at) == '\n') {
      at++;
    } else if (c != '\n') {
      word().append(c);
    }
  }

  private void singleQuoted() throws Failure {
    int end = line.indexOf('\'', at);
    if (end < 0) {
      throw CurlAdvice.openQuote('\'');
    }
    word().append(line, at, end);
    at = end + 1;
  }

  private void doubleQuoted() throws Failure {
    StringBuilder text = word();
    while (at < line.length()) {
      char c = line.charAt(at++);
      switch (c) {
        case '"' -> {
          return;
        }
        case '`' -> throw CurlAdvice.wouldRun();
        case '$' -> dollar(true);
        case '\\' -> {
          char next = at < line.length() ? line.charAt(at++) : '\\';
          if (next == '\n') {
            continue;
          }
          if ("\"\\$`".indexOf(next) < 0) {
            text.append('\\');
          }
          text.append(next);
        }
        default -> text.append(c);
      }
    }
    throw CurlAdvice.openQuote('"');
  }

  private void dollar(boolean quoted) throws Failure {
    char next = at < line.length() ? line.charAt(at) : ' ';
    if (next == '(') {
      throw CurlAdvice.wouldRun();
    }
    if (next == '\'' && !quoted) {
      at = new AnsiQuoted(line, at + 1).appendTo(word());
      return;
    }
    boolean braces = next == '{';
    int from = braces ? at + 1 : at;
    int to = from;
    while (to < line.length() && isNamePart(line.charAt(to))) {
      to++;
    }
    String name = line.substring(from, to);
    boolean closed = !braces || (to < line.length() && line.charAt(to) == '}');
    if (closed && Template.isName(name)) {
      word().append(Template.of(name));
      at = braces ? to + 1 : to;
    } else if (braces) {
      throw CurlAdvice.wouldRun();
    } else {
      word().append('$');
    }
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
