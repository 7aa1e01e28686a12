package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.factor.email.CodeRows;
import dev.touchstone.rp.factor.email.Purpose;
import dev.touchstone.rp.factor.email.StoredCode;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Codes in the table {@code email_code}. */
final class JdbcCodeRows implements CodeRows {

  private final Handle handle;

  JdbcCodeRows(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void add(StoredCode code) {
    handle.execute(
        """
        INSERT INTO email_code (id, purpose, subject, digest, long, created, expires)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        code.id(),
        code.purpose().word(),
        code.subject(),
        code.digest().toArray(),
        code.tooLong(),
        code.created().toEpochMilli(),
        code.expires().toEpochMilli());
  }

  @Override
  public List<StoredCode> open(Purpose purpose, String subject, Instant now) {
    return handle
        .createQuery(
            "SELECT * FROM email_code WHERE subject = ? AND purpose = ? AND used IS NULL AND"
                + " expires > ? ORDER BY created DESC, id")
        .bind(0, subject)
        .bind(1, purpose.word())
        .bind(2, now.toEpochMilli())
        .map((row, context) ->
            new StoredCode(
                row.getString("id"),
                purpose,
                subject,
                Bytes.of(row.getBytes("digest")),
                row.getBoolean("long"),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("expires"))))
        .list();
  }

  @Override
  public int tried(String codeId, String network) {
    return handle
        .createQuery(
            """
            INSERT INTO email_code_try (code_id, network, tries) VALUES (?, ?, 1)
            ON CONFLICT (code_id, network) DO UPDATE SET tries = email_code_try.tries + 1
            RETURNING tries
            """)
        .bind(0, codeId)
        .bind(1, network)
        .mapTo(int.class)
        .one();
  }

  @Override
  public boolean use(String codeId, Instant now) {
    return handle.execute(
            "UPDATE email_code SET used = ? WHERE id = ? AND used IS NULL",
            now.toEpochMilli(),
            codeId)
        == 1;
  }

  @Override
  public boolean isOpen(String codeId) {
    return handle.execute("UPDATE email_code SET used = NULL WHERE id = ? AND used IS NULL", codeId)
        == 1;
  }

  @Override
  public void useAll(Purpose purpose, String subject, Instant now) {
    handle.execute(
        "UPDATE email_code SET used = ? WHERE subject = ? AND purpose = ? AND used IS NULL",
        now.toEpochMilli(),
        subject,
        purpose.word());
  }

  @Override
  public void forgetExpiredBefore(Instant when) {
    handle.execute("DELETE FROM email_code WHERE expires < ?", when.toEpochMilli());
  }
}
