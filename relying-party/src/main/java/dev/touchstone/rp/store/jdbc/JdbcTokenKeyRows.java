package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.token.TokenKeyRow;
import dev.touchstone.rp.token.TokenKeyRows;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keys in the table {@code token_key}. */
final class JdbcTokenKeyRows implements TokenKeyRows {

  private final Handle handle;

  JdbcTokenKeyRows(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<TokenKeyRow> all() {
    return handle
        .createQuery("SELECT * FROM token_key ORDER BY created DESC, id")
        .map((row, context) ->
            new TokenKeyRow(
                row.getString("id"),
                row.getString("algorithm"),
                Bytes.of(row.getBytes("secret")),
                Instant.ofEpochMilli(row.getLong("created")),
                Columns.instant(row, "retired"),
                Columns.instant(row, "ends")))
        .list();
  }

  @Override
  public boolean add(TokenKeyRow row) {
    return handle.execute(
            """
            INSERT INTO token_key (id, algorithm, secret, created) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            row.id(),
            row.algorithm(),
            row.secret().toArray(),
            row.created().toEpochMilli())
        == 1;
  }

  @Override
  public void retire(String algorithm, Instant now, Instant ends) {
    handle.execute(
        "UPDATE token_key SET retired = ?, ends = ? WHERE algorithm = ? AND retired IS NULL",
        now.toEpochMilli(),
        ends.toEpochMilli(),
        algorithm);
  }

  @Override
  public boolean delete(String id) {
    return handle.execute("DELETE FROM token_key WHERE id = ?", id) == 1;
  }

  @Override
  public void forgetEndedBefore(Instant when) {
    handle.execute("DELETE FROM token_key WHERE ends < ?", when.toEpochMilli());
  }
}
