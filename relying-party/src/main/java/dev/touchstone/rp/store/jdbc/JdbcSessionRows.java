package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.SessionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions in the table {@code session}, their tokens in {@code refresh_token}. */
final class JdbcSessionRows implements SessionRows {

  private final Statements statements;

  JdbcSessionRows(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(Session session, String digest) {
    int _ =
        statements.update(
            """
            INSERT INTO session (id, user_handle, methods, proved, scopes, number, used, address,
              agent, expires, last, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            session.id(),
            session.userHandle(),
            String.join(" ", session.proof().methods()),
            session.proof().at().toEpochMilli(),
            Scope.words(session.scopes()),
            session.number(),
            session.used().toEpochMilli(),
            session.address(),
            session.agent(),
            session.expires().toEpochMilli(),
            session.last().toEpochMilli(),
            session.why());
    addToken(session, digest);
  }

  private void addToken(Session session, String digest) {
    int _ =
        statements.update(
            "INSERT INTO refresh_token (digest, session_id, number, network) VALUES (?, ?, ?, '')",
            digest,
            session.id(),
            session.number());
  }

  @Override
  public Optional<Session> find(String id) {
    return statements.one("SELECT * FROM session WHERE id = ?", JdbcSessionRows::session, id);
  }

  @Override
  public List<Session> of(String userHandle) {
    return statements.all(
        "SELECT * FROM session WHERE user_handle = ? ORDER BY used DESC, id",
        JdbcSessionRows::session,
        userHandle);
  }

  @Override
  public List<Session> all() {
    return statements.all("SELECT * FROM session ORDER BY used DESC, id", JdbcSessionRows::session);
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("id"),
        row.getString("user_handle"),
        new Proof(
            List.of(row.getString("methods").split(" ", -1)),
            Instant.ofEpochMilli(row.getLong("proved"))),
        Scope.read(row.getString("scopes")),
        row.getLong("number"),
        Instant.ofEpochMilli(row.getLong("used")),
        row.getString("address"),
        row.getString("agent"),
        Instant.ofEpochMilli(row.getLong("expires")),
        Instant.ofEpochMilli(row.getLong("last")),
        Columns.instant(row, "ended"),
        row.getString("why"));
  }

  @Override
  public Optional<RefreshToken> token(String digest) {
    return statements.one(
        "SELECT session_id, number, used, network FROM refresh_token WHERE digest = ?",
        row ->
            new RefreshToken(
                row.getString("session_id"),
                row.getLong("number"),
                Columns.instant(row, "used"),
                row.getString("network")),
        digest);
  }

  @Override
  public boolean use(String digest, Instant now, String network) {
    return statements.update(
            "UPDATE refresh_token SET used = ?, network = ? WHERE digest = ? AND used IS NULL",
            now.toEpochMilli(),
            network,
            digest)
        == 1;
  }

  @Override
  public void advance(Session session, String digest) {
    int _ =
        statements.update(
            "UPDATE session SET number = ?, used = ?, address = ?, agent = ?, expires = ? WHERE id"
                + " = ?",
            session.number(),
            session.used().toEpochMilli(),
            session.address(),
            session.agent(),
            session.expires().toEpochMilli(),
            session.id());
    addToken(session, digest);
  }

  @Override
  public boolean end(String id, String why, Instant now) {
    return statements.update(
            "UPDATE session SET ended = ?, why = ? WHERE id = ? AND ended IS NULL",
            now.toEpochMilli(),
            why,
            id)
        == 1;
  }

  @Override
  public void forgetExpiredBefore(Instant when) {
    int _ = statements.update("DELETE FROM session WHERE expires < ?", when.toEpochMilli());
  }
}
