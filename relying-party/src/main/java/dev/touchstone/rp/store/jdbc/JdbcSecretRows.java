package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.secret.SecretRow;
import dev.touchstone.rp.secret.SecretRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Encrypted secrets in the table {@code secret}. */
final class JdbcSecretRows implements SecretRows {

  private static final String INSERT =
      "INSERT INTO secret (name, key_id, encrypted, changed) VALUES (?, ?, ?, ?) ON CONFLICT (name)"
          + " ";

  private final Handle handle;

  JdbcSecretRows(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<SecretRow> all() {
    return handle
        .createQuery("SELECT * FROM secret ORDER BY name")
        .map((row, context) -> secret(row))
        .list();
  }

  @Override
  public Optional<SecretRow> find(String name) {
    return handle
        .createQuery("SELECT * FROM secret WHERE name = ?")
        .bind(0, name)
        .map((row, context) -> secret(row))
        .findOne();
  }

  @Override
  public void put(SecretRow row) {
    insert(
        "DO UPDATE SET key_id = excluded.key_id, encrypted = excluded.encrypted, changed ="
            + " excluded.changed",
        row);
  }

  @Override
  public boolean putIfAbsent(SecretRow row) {
    return insert("DO NOTHING", row) == 1;
  }

  private int insert(String otherwise, SecretRow row) {
    return handle.execute(
        INSERT + otherwise,
        row.name(),
        row.keyId(),
        row.encrypted().toArray(),
        row.changed().toEpochMilli());
  }

  @Override
  public boolean replace(SecretRow old, SecretRow row) {
    return handle.execute(
            """
            UPDATE secret SET key_id = ?, encrypted = ?, changed = ?
            WHERE name = ? AND key_id = ? AND encrypted = ?
            """,
            row.keyId(),
            row.encrypted().toArray(),
            row.changed().toEpochMilli(),
            old.name(),
            old.keyId(),
            old.encrypted().toArray())
        == 1;
  }

  @Override
  public boolean delete(String name) {
    return handle.execute("DELETE FROM secret WHERE name = ?", name) == 1;
  }

  private static SecretRow secret(ResultSet row) throws SQLException {
    return new SecretRow(
        row.getString("name"),
        row.getString("key_id"),
        Bytes.of(row.getBytes("encrypted")),
        Instant.ofEpochMilli(row.getLong("changed")));
  }
}
