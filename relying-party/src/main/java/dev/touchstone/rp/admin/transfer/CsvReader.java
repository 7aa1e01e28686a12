package dev.touchstone.rp.admin.transfer;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CSV (RFC 4180), row by row, with lines that end as they like and a mark at the beginning. */
final class CsvReader {

  private static final int LONGEST_CELL = 10_000;
  private static final int MOST_CELLS = 100;
  private static final char MARK = '\ufeff';
  private static final int END = -1;

  private final PushbackReader text;
  private char separator = ',';
  private long line = 1;
  private long rowLine = 1;

  CsvReader(Reader text) throws IOException {
    this.text = new PushbackReader(text, 1);
    int first = this.text.read();
    if (first != END && first != MARK) {
      this.text.unread(first);
    }
  }

  /** Where the row that was read last began. */
  long line() {
    return rowLine;
  }

  /** Spreadsheets of some countries separate by semicolons; the headings tell. */
  void separator(char other) {
    separator = other;
  }

  /**
   * The next row that is not empty.
   *
   * @throws UserFileException if a cell has no end
   */
  Optional<List<String>> row() throws IOException, UserFileException {
    List<String> cells;
    do {
      int next = text.read();
      if (next == END) {
        return Optional.empty();
      }
      text.unread(next);
      rowLine = line;
      cells = cells();
    } while (cells.size() == 1 && cells.getFirst().isBlank());
    return Optional.of(cells);
  }

  private List<String> cells() throws IOException, UserFileException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    while (true) {
      int it = text.read();
      if (it == '\n') {
        line++;
      }
      if (quoted) {
        if (it == END) {
          throw new UserFileException(
              "The cell that begins with a quote in line %d has no end.".formatted(rowLine));
        }
        if (it != '"') {
          append(cell, it);
        } else if (!nextIs('"')) {
          quoted = false;
        } else {
          append(cell, '"');
        }
      } else if (it == '"' && cell.isEmpty() && !wasQuoted) {
        quoted = true;
        wasQuoted = true;
      } else if (it == separator) {
        add(cells, cell);
        wasQuoted = false;
      } else if (it == END || it == '\n' || it == '\r') {
        if (it == '\r' && nextIs('\n')) {
          line++;
        }
        add(cells, cell);
        return cells;
      } else {
        append(cell, it);
      }
    }
  }

  private boolean nextIs(char wanted) throws IOException {
    int next = text.read();
    if (next == wanted) {
      return true;
    }
    if (next != END) {
      text.unread(next);
    }
    return false;
  }

  private void append(StringBuilder cell, int it) throws UserFileException {
    if (cell.length() >= LONGEST_CELL) {
      throw new UserFileException(
          "A cell in line %d is longer than %d characters.".formatted(rowLine, LONGEST_CELL));
    }
    cell.append((char) it);
  }

  private void add(List<String> cells, StringBuilder cell) throws UserFileException {
    if (cells.size() >= MOST_CELLS) {
      throw new UserFileException("Line %d has more than %d cells.".formatted(rowLine, MOST_CELLS));
    }
    cells.add(cell.toString());
    cell.setLength(0);
  }
}
