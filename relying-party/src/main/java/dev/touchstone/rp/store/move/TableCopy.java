package dev.touchstone.rp.store.move;

import dev.touchstone.rp.store.move.TableShape.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies one table, and reads it again. */
final class TableCopy {

  private static final int BATCH = 1000;

  private final TableShape table;

  TableCopy(TableShape table) {
    this.table = table;
  }

  /** Copies all rows, and tells what they were. */
  TableContent copy(Connection from, Connection to) throws SQLException {
    RowDigest digest = new RowDigest();
    try (Statement read = from.createStatement();
        ResultSet row = read.executeQuery(table.select());
        PreparedStatement write = to.prepareStatement(table.insert())) {
      int waiting = 0;
      while (row.next()) {
        @Nullable Object[] values = values(row);
        digest.add(table.columns(), values);
        for (int i = 0; i < values.length; i++) {
          write.setObject(i + 1, values[i]);
        }
        write.addBatch();
        if (++waiting == BATCH) {
          write.executeBatch();
          waiting = 0;
        }
      }
      write.executeBatch();
    }
    return digest.content(table.name());
  }

  /** What is there now. */
  TableContent content(Connection connection) throws SQLException {
    RowDigest digest = new RowDigest();
    try (Statement read = connection.createStatement()) {
      read.setFetchSize(BATCH);
      try (ResultSet row = read.executeQuery(table.select())) {
        while (row.next()) {
          digest.add(table.columns(), values(row));
        }
      }
    }
    return digest.content(table.name());
  }

  private @Nullable Object[] values(ResultSet row) throws SQLException {
    List<Column> columns = table.columns();
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Object value =
          switch (columns.get(i).kind()) {
            case TEXT -> row.getString(i + 1);
            case NUMBER -> row.getLong(i + 1);
            case FLAG -> row.getBoolean(i + 1);
            case BYTES -> row.getBytes(i + 1);
          };
      values[i] = row.wasNull() ? null : value;
    }
    return values;
  }
}
