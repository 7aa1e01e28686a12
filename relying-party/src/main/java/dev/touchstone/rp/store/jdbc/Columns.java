package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Columns that may be null, and columns of our own types. */
final class Columns {

  private Columns() {}

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
  }

  static Optional<Boolean> flag(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  static Optional<Bytes> base64Url(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Bytes::ofBase64Url);
  }
}
