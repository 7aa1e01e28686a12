package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.desk.OperatorSession;
import dev.touchstone.rp.desk.OperatorSessionRows;
import java.time.Instant;
import java.util.Optional;

/** Sessions in the table {@code operator_session}. */
record JdbcOperatorSessions(Statements statements) implements OperatorSessionRows {

  @Override
  public void add(OperatorSession session) {
    statements.update(
        "INSERT INTO operator_session (digest, user_handle, begun, seen) VALUES (?, ?, ?, ?)",
        session.digest(),
        session.userHandle().base64Url(),
        session.begun().toEpochMilli(),
        session.seen().toEpochMilli());
  }

  @Override
  public Optional<OperatorSession> find(String digest) {
    return statements.one(
        "SELECT * FROM operator_session WHERE digest = ?",
        row ->
            new OperatorSession(
                row.getString("digest"),
                Bytes.ofBase64Url(row.getString("user_handle")),
                Instant.ofEpochMilli(row.getLong("begun")),
                Instant.ofEpochMilli(row.getLong("seen"))),
        digest);
  }

  @Override
  public void seen(String digest, Instant now) {
    statements.update(
        "UPDATE operator_session SET seen = ? WHERE digest = ?", now.toEpochMilli(), digest);
  }

  @Override
  public boolean end(String digest) {
    return statements.update("DELETE FROM operator_session WHERE digest = ?", digest) == 1;
  }

  @Override
  public void endAll(Bytes userHandle) {
    statements.update("DELETE FROM operator_session WHERE user_handle = ?", userHandle.base64Url());
  }

  @Override
  public void forgetBegunBefore(Instant when) {
    statements.update("DELETE FROM operator_session WHERE begun < ?", when.toEpochMilli());
  }
}
