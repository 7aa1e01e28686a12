package dev.touchstone.rp.store.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as PostgreSQL knows it.
 *
 * @param columns in order
 * @param key names of the columns by which its rows are ordered, on both sides alike: keys are
 *     compared byte by byte
 */
record TableShape(String name, List<Column> columns, List<String> key) {

  /** A column and what it holds. */
  record Column(String name, Kind kind) {}

  /** What the tables of this program hold. */
  enum Kind {
    TEXT('t'),
    NUMBER('n'),
    FLAG('f'),
    BYTES('b');

    private final char mark;

    Kind(char mark) {
      this.mark = mark;
    }

    /** Tells it from the others. */
    byte mark() {
      return (byte) mark;
    }

    private static Kind of(String type) throws SQLException {
      return switch (type) {
        case "text", "character varying" -> TEXT;
        case "bigint", "integer" -> NUMBER;
        case "boolean" -> FLAG;
        case "bytea" -> BYTES;
        default -> throw new SQLException("no column of this program is a " + type);
      };
    }
  }

  private static final String COLUMNS =
      """
      SELECT column_name, data_type FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position
      """;

  private static final String KEY =
      """
      SELECT a.attname FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = quote_ident(?)::regclass AND i.indisprimary
      ORDER BY array_position(i.indkey::int2[], a.attnum)
      """;

  /** Those that others refer to come first, so that no row waits for the one it refers to. */
  private static final String TABLES =
      """
      WITH RECURSIVE ours AS (
        SELECT c.oid, c.relname FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
          AND c.relpersistence = 'p' -- what is unlogged is no record
          AND c.relname NOT LIKE '%schema_history'
      ), depth (oid, level) AS (
        SELECT oid, 0 FROM ours
        UNION ALL
        SELECT k.conrelid, depth.level + 1 FROM pg_constraint k JOIN depth ON k.confrelid = depth.oid
        WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND depth.level < 20
      )
      SELECT ours.relname FROM ours JOIN depth ON depth.oid = ours.oid
      GROUP BY ours.relname ORDER BY max(depth.level), ours.relname
      """;

  static List<TableShape> all(Connection postgres) throws SQLException {
    List<TableShape> tables = new ArrayList<>();
    for (String name : texts(postgres, TABLES)) {
      tables.add(new TableShape(name, columns(postgres, name), texts(postgres, KEY, name)));
    }
    return tables;
  }

  private static List<Column> columns(Connection postgres, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement = postgres.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(new Column(row.getString(1), Kind.of(row.getString(2))));
        }
      }
    }
    return columns;
  }

  private static List<String> texts(Connection postgres, String query, String... values)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = postgres.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
    }
    return texts;
  }

  /** All rows, in an order that is the same on both sides. */
  String select() {
    return "SELECT %s FROM \"%s\" ORDER BY %s".formatted(names(), name, quoted(key));
  }

  String insert() {
    return "INSERT INTO \"%s\" (%s) VALUES (%s)"
        .formatted(name, names(), String.join(", ", Collections.nCopies(columns.size(), "?")));
  }

  private String names() {
    return quoted(columns.stream().map(Column::name).toList());
  }

  private static String quoted(List<String> names) {
    return names.stream().map(it -> '"' + it + '"').collect(Collectors.joining(", "));
  }
}
