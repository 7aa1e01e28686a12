package dev.touchstone.rp.admin.transfer;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.transfer.UserFile.Rows;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accounts as CSV, the first row of which names the columns. */
final class UserCsv {

  private UserCsv() {}

  static void read(Reader text, Rows rows) throws IOException, UserFileException {
    CsvReader csv = new CsvReader(text);
    List<String> columns = headings(csv);
    for (Optional<List<String>> cells = csv.row(); cells.isPresent(); cells = csv.row()) {
      rows.accept(row(csv.line(), columns, cells.get()));
    }
  }

  private static List<String> headings(CsvReader csv) throws IOException, UserFileException {
    List<String> cells =
        csv.row()
            .orElseThrow(() ->
                new UserFileException(
                    "The file is empty; its first line has to name the columns, such as"
                        + " name,email."));
    if (cells.size() == 1 && cells.getFirst().contains(";")) {
      csv.separator(';');
      cells = List.of(cells.getFirst().split(";", -1));
    }
    List<String> columns =
        cells.stream()
            .map(it -> it.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'))
            .toList();
    for (String column : columns) {
      if (!UserFields.READ.contains(column) && !UserFields.TOLD.contains(column)) {
        throw new UserFileException(
            "There is no column '%s'; the columns are %s."
                .formatted(column, String.join(", ", UserFields.READ)));
      }
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new UserFileException("A column is there twice in the first line.");
    }
    return columns;
  }

  private static UserRow row(long line, List<String> columns, List<String> cells) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      fields.put(columns.get(i), CsvCell.read(cells.get(i)));
    }
    List<String> mistakes = new ArrayList<>();
    if (cells.size() != columns.size()) {
      mistakes.add(
          "The row has %d cells, and there are %d columns."
              .formatted(cells.size(), columns.size()));
    }
    return new UserRow(line, fields, mistakes);
  }

  static String headings() {
    List<String> all = new ArrayList<>(UserFields.READ);
    all.addAll(UserFields.TOLD);
    return String.join(",", all) + "\r\n";
  }

  static String row(User user) {
    return UserFields.of(user).values().stream()
            .map(CsvCell::write)
            .collect(Collectors.joining(","))
        + "\r\n";
  }
}
