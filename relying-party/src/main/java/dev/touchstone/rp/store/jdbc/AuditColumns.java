package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of the table {@code audit}, which has no columns that may be null. */
final class AuditColumns {

  private AuditColumns() {}

  static AuditRow row(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getString("writer"),
        row.getLong("seq"),
        row.getLong("at"),
        row.getString("event"),
        row.getString("outcome"),
        row.getString("actor"),
        row.getString("subject"),
        row.getString("credential"),
        row.getString("address"),
        row.getString("agent"),
        row.getString("reason"),
        row.getString("detail"),
        Bytes.of(row.getBytes("hash")));
  }
}
