package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.EnrolmentRows;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests in the table {@code enrolment}. */
final class JdbcEnrolments implements EnrolmentRows {

  private static final String SELECT = "SELECT * FROM enrolment ";

  private final Statements statements;
  private final Writers writers;

  JdbcEnrolments(Statements statements, Writers writers) {
    this.statements = statements;
    this.writers = writers;
  }

  @Override
  public void add(Enrolment it) {
    statements.update(
        """
        INSERT INTO enrolment (id, user_handle, state, reason, asked, asked_by, asked_by_name, expires)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        it.id(),
        it.userHandle().base64Url(),
        it.state().word(),
        it.reason(),
        it.asked().toEpochMilli(),
        it.askedBy().handle(),
        it.askedBy().name(),
        it.expires().toEpochMilli());
  }

  @Override
  public Optional<Enrolment> find(String id) {
    return statements.one(SELECT + "WHERE id = ?" + writers.lock(), JdbcEnrolments::enrolment, id);
  }

  @Override
  public Optional<Enrolment> withCode(String digest) {
    return statements.one(
        SELECT + "WHERE code_digest = ?" + writers.lock(), JdbcEnrolments::enrolment, digest);
  }

  @Override
  public void update(Enrolment it) {
    statements.update(
        """
        UPDATE enrolment SET state = ?, decided = ?, decided_by = ?, decided_by_name = ?,
          expires = ?, code_digest = ?, ceremony = ?
        WHERE id = ?
        """,
        it.state().word(),
        it.decided().map(Enrolment.Decision::when).map(Instant::toEpochMilli).orElse(null),
        it.decided().map(decision -> decision.by().handle()).orElse(null),
        it.decided().map(decision -> decision.by().name()).orElse(null),
        it.expires().toEpochMilli(),
        it.codeDigest().orElse(null),
        it.ceremony().orElse(null),
        it.id());
  }

  @Override
  public List<Enrolment> of(Bytes userHandle) {
    return statements.all(
        SELECT + "WHERE user_handle = ? ORDER BY asked DESC, id",
        JdbcEnrolments::enrolment,
        userHandle.base64Url());
  }

  @Override
  public List<Enrolment> latest(int most) {
    return statements.all(
        SELECT + "ORDER BY asked DESC, id LIMIT ?", JdbcEnrolments::enrolment, most);
  }

  private static Enrolment enrolment(ResultSet row) throws SQLException {
    return new Enrolment(
        row.getString("id"),
        Bytes.ofBase64Url(row.getString("user_handle")),
        Enrolment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("asked")),
        new Enrolment.Signer(row.getString("asked_by"), row.getString("asked_by_name")),
        decision(row),
        Instant.ofEpochMilli(row.getLong("expires")),
        Optional.ofNullable(row.getString("code_digest")),
        Optional.ofNullable(row.getString("ceremony")));
  }

  private static Optional<Enrolment.Decision> decision(ResultSet row) throws SQLException {
    String by = row.getString("decided_by");
    String name = row.getString("decided_by_name");
    return Columns.instant(row, "decided")
        .map(when -> new Enrolment.Decision(when, new Enrolment.Signer(by, name)));
  }
}
