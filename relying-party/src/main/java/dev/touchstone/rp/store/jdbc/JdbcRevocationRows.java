package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.RevocationRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Revocations in the tables {@code revoked_token} and {@code token_cutoff}. */
final class JdbcRevocationRows implements RevocationRows {

  private final Statements statements;

  JdbcRevocationRows(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Standing standing(AccessToken token, Instant now) {
    return statements
        .one(
            """
            SELECT (SELECT count(*) FROM token_key WHERE id = ? AND (ends IS NULL OR ends > ?)) AS keys,
              (SELECT count(*) FROM revoked_token WHERE id = ?) AS revoked,
              (SELECT count(*) FROM token_cutoff WHERE user_handle = ? AND earliest > ?) AS cut_off,
              (SELECT count(*) FROM session WHERE id = ? AND ended IS NULL) AS sessions
            """,
            row -> standing(row, token.session().isPresent()),
            token.keyId(),
            now.toEpochMilli(),
            token.id(),
            token.userHandle(),
            token.after().toEpochMilli(),
            token.session().orElse(""))
        .orElseThrow();
  }

  private static Standing standing(ResultSet row, boolean ofSession) throws SQLException {
    if (row.getLong("keys") == 0) {
      return Standing.KEY_GONE;
    }
    if (row.getLong("revoked") > 0) {
      return Standing.REVOKED;
    }
    if (row.getLong("cut_off") > 0) {
      return Standing.CUT_OFF;
    }
    return ofSession && row.getLong("sessions") == 0 ? Standing.SESSION_ENDED : Standing.GOOD;
  }

  @Override
  public void revoke(String id, Instant expires) {
    int _ =
        statements.update(
            "INSERT INTO revoked_token (id, expires) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
            id,
            expires.toEpochMilli());
  }

  @Override
  public void cutOff(String userHandle, Instant now) {
    int _ =
        statements.update(
            """
            INSERT INTO token_cutoff (user_handle, earliest) VALUES (?, ?)
            ON CONFLICT (user_handle) DO UPDATE SET earliest =
              CASE WHEN excluded.earliest > token_cutoff.earliest THEN excluded.earliest
              ELSE token_cutoff.earliest + 1 END
            """,
            userHandle,
            now.toEpochMilli());
  }

  @Override
  public Instant lastCutOff(String userHandle) {
    return statements
        .one(
            "SELECT earliest FROM token_cutoff WHERE user_handle = ?",
            row -> Instant.ofEpochMilli(row.getLong("earliest")),
            userHandle)
        .orElse(Instant.EPOCH);
  }

  @Override
  public void forgetExpiredBefore(Instant when) {
    int _ = statements.update("DELETE FROM revoked_token WHERE expires < ?", when.toEpochMilli());
  }
}
