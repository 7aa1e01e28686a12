package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.ApiTokenRows;
import dev.touchstone.rp.token.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API tokens in the table {@code api_token}. */
final class JdbcApiTokenRows implements ApiTokenRows {

  private final Statements statements;

  JdbcApiTokenRows(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(ApiToken token, String digest) {
    int _ =
        statements.update(
            """
            INSERT INTO api_token (id, user_handle, name, digest, scopes, audience, created, expires,
              address)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')
            """,
            token.id(),
            token.userHandle(),
            token.name(),
            digest,
            Scope.words(token.scopes()),
            token.audience(),
            token.issued().toEpochMilli(),
            token.expires().toEpochMilli());
  }

  @Override
  public Optional<ApiToken> find(String id) {
    return statements.one("SELECT * FROM api_token WHERE id = ?", JdbcApiTokenRows::token, id);
  }

  @Override
  public Optional<ApiToken> withDigest(String digest) {
    return statements.one(
        "SELECT * FROM api_token WHERE digest = ?", JdbcApiTokenRows::token, digest);
  }

  @Override
  public List<ApiToken> of(String userHandle) {
    return statements.all(
        "SELECT * FROM api_token WHERE user_handle = ? ORDER BY created DESC, id",
        JdbcApiTokenRows::token,
        userHandle);
  }

  @Override
  public List<ApiToken> all() {
    return statements.all(
        "SELECT * FROM api_token ORDER BY created DESC, id", JdbcApiTokenRows::token);
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        row.getString("id"),
        row.getString("user_handle"),
        row.getString("name"),
        Scope.read(row.getString("scopes")),
        row.getString("audience"),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("expires")),
        Columns.instant(row, "last_used"),
        row.getString("address"),
        Columns.instant(row, "revoked"));
  }

  @Override
  public void used(String id, Instant now, String address) {
    int _ =
        statements.update(
            "UPDATE api_token SET last_used = ?, address = ? WHERE id = ?",
            now.toEpochMilli(),
            address,
            id);
  }

  @Override
  public boolean revoke(String id, Instant now) {
    return statements.update(
            "UPDATE api_token SET revoked = ? WHERE id = ? AND revoked IS NULL",
            now.toEpochMilli(),
            id)
        == 1;
  }
}
