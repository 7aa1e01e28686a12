package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.mail.MailRows;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.QueuedMail;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Mail in the table {@code mail}. */
final class JdbcMailRows implements MailRows {

  private final Handle handle;
  private final Writers writers;

  JdbcMailRows(Handle handle, Writers writers) {
    this.handle = handle;
    this.writers = writers;
  }

  @Override
  public void add(QueuedMail mail) {
    handle.execute(
        """
        INSERT INTO mail (id, state, kind, recipient, content, created, due, expires, attempts,
          claimed_by, claimed_until, reply, ended)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, ?, ?)
        """,
        mail.id(),
        mail.state().word(),
        mail.kind(),
        mail.recipient(),
        mail.content().toArray(),
        mail.created().toEpochMilli(),
        mail.due().toEpochMilli(),
        mail.expires().toEpochMilli(),
        mail.attempts(),
        mail.reply(),
        mail.ended().map(Instant::toEpochMilli).orElse(null));
  }

  @Override
  public Optional<QueuedMail> find(String id) {
    return handle
        .createQuery("SELECT * FROM mail WHERE id = ?")
        .bind(0, id)
        .map((row, context) -> mail(row))
        .findOne();
  }

  @Override
  public List<QueuedMail> newest(Optional<MailState> state, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM mail WHERE :state = '' OR state = :state"
                + " ORDER BY created DESC, id LIMIT :limit")
        .bind("state", state.map(MailState::word).orElse(""))
        .bind("limit", limit)
        .map((row, context) -> mail(row))
        .list();
  }

  @Override
  public Map<MailState, Long> count() {
    Map<MailState, Long> counts = new EnumMap<>(MailState.class);
    handle
        .createQuery("SELECT state, count(*) AS number FROM mail GROUP BY state")
        .map((row, context) -> Map.entry(row.getString("state"), row.getLong("number")))
        .forEach(it -> counts.put(MailState.of(it.getKey()).orElseThrow(), it.getValue()));
    return counts;
  }

  @Override
  public List<QueuedMail> claim(String who, Instant now, Instant until, int limit) {
    return handle
        .createQuery(
            """
            UPDATE mail SET claimed_by = :who, claimed_until = :until
            WHERE id IN (
              SELECT id FROM mail
              WHERE state = 'waiting' AND due <= :now AND claimed_until <= :now
              ORDER BY due, id LIMIT :limit%s)
            RETURNING *
            """
                .formatted(writers.passOver()))
        .bind("who", who)
        .bind("until", until.toEpochMilli())
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map((row, context) -> mail(row))
        .list();
  }

  @Override
  public boolean settle(String who, QueuedMail mail) {
    return handle.execute(
            """
            UPDATE mail SET state = ?, content = ?, due = ?, attempts = ?, reply = ?, ended = ?,
              claimed_by = '', claimed_until = 0
            WHERE id = ? AND claimed_by = ?
            """,
            mail.state().word(),
            mail.content().toArray(),
            mail.due().toEpochMilli(),
            mail.attempts(),
            mail.reply(),
            mail.ended().map(Instant::toEpochMilli).orElse(null),
            mail.id(),
            who)
        == 1;
  }

  @Override
  public Optional<Instant> nextDue(Instant now) {
    return handle
        .createQuery(
            "SELECT min(CASE WHEN claimed_until > due THEN claimed_until ELSE due END) AS next"
                + " FROM mail WHERE state = 'waiting'")
        .map((row, context) -> Columns.instant(row, "next"))
        .one();
  }

  @Override
  public boolean retry(String id, Instant now) {
    return handle.execute(
            """
            UPDATE mail SET state = 'waiting', due = ?, ended = NULL, claimed_by = '',
              claimed_until = 0
            WHERE id = ? AND length(content) > 0 AND state <> 'withheld'
            """,
            now.toEpochMilli(),
            id)
        == 1;
  }

  @Override
  public boolean delete(String id) {
    return handle.execute("DELETE FROM mail WHERE id = ?", id) == 1;
  }

  @Override
  public int forgetEndedBefore(Instant when) {
    return handle.execute("DELETE FROM mail WHERE ended < ?", when.toEpochMilli());
  }

  private static QueuedMail mail(ResultSet row) throws SQLException {
    return new QueuedMail(
        row.getString("id"),
        MailState.of(row.getString("state")).orElseThrow(),
        row.getString("kind"),
        row.getString("recipient"),
        Bytes.of(row.getBytes("content")),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("due")),
        Instant.ofEpochMilli(row.getLong("expires")),
        row.getInt("attempts"),
        row.getString("reply"),
        Columns.instant(row, "ended"));
  }
}
