package dev.touchstone.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an answer is written on. On a terminal long values are cut, for they would bury the rest. In
 * a file or a pipe no value is cut or broken, so that what reads it next finds it whole.
 *
 * @param columns the width in characters
 * @param endless whether a line may be as long as it likes
 * @param style whether and how it is painted
 */
record Sheet(int columns, boolean endless, Style style) {

  private static final int LINES_IN_BRIEF = 3;

  /** All of a text in lines of that width. */
  List<String> lines(String text, int room) {
    return endless ? Paragraph.unbroken(text, room) : Paragraph.lines(text, room);
  }

  /** The text in one line, its middle cut out where it does not fit. */
  String shorten(String text, int room) {
    String line = text.replace('\n', ' ');
    return endless ? line : Paragraph.shorten(line, room);
  }

  /** A few lines: a long value is cut to one, words are wrapped. */
  List<String> brief(String text, int room) {
    if (endless) {
      return List.of(shorten(text, room));
    }
    String words =
        Arrays.stream(text.split("[ \n]", -1))
            .map(word -> shorten(word, room))
            .collect(Collectors.joining(" "));
    return Paragraph.lines(shorten(words, LINES_IN_BRIEF * room), room);
  }
}
