package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.AccountJson;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.Ceremonies;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Ceremonies in the table {@code ceremony}. */
final class JdbcCeremonies implements Ceremonies {

  private final Handle handle;

  JdbcCeremonies(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void add(Ceremony ceremony) {
    handle.execute(
        """
        INSERT INTO ceremony (id, kind, user_handle, account, label, challenge, options, begun, expires)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        ceremony.id(),
        ceremony.kind().name(),
        ceremony.userHandle().map(Bytes::base64Url).orElse(null),
        ceremony.newcomer().map(AccountJson::write).orElse(null),
        ceremony.label(),
        ceremony.challenge().base64Url(),
        ceremony.optionsJson(),
        ceremony.begun().toEpochMilli(),
        ceremony.expires().toEpochMilli());
  }

  @Override
  public Optional<Ceremony> find(String id, CeremonyKind kind) {
    return handle
        .createQuery("SELECT * FROM ceremony WHERE id = ? AND kind = ?")
        .bind(0, id)
        .bind(1, kind.name())
        .map((row, context) -> ceremony(row))
        .findOne();
  }

  @Override
  public Optional<Ceremony> withChallenge(Bytes challenge) {
    return handle
        .createQuery("SELECT * FROM ceremony WHERE challenge = ?")
        .bind(0, challenge.base64Url())
        .map((row, context) -> ceremony(row))
        .findOne();
  }

  @Override
  public boolean spend(String id, Ceremony.Answer answer) {
    return handle.execute(
            "UPDATE ceremony SET answered = ?, answer_digest = ? WHERE id = ? AND answered IS NULL",
            answer.when().toEpochMilli(),
            answer.digest().base64Url(),
            id)
        == 1;
  }

  @Override
  public void forgetExpiredBefore(Instant when) {
    handle.execute("DELETE FROM ceremony WHERE expires < ?", when.toEpochMilli());
  }

  private static Ceremony ceremony(ResultSet row) throws SQLException {
    Optional<Instant> answered = Columns.instant(row, "answered");
    Optional<Bytes> digest = Columns.base64Url(row, "answer_digest");
    return new Ceremony(
        row.getString("id"),
        CeremonyKind.valueOf(row.getString("kind")),
        Columns.base64Url(row, "user_handle"),
        Optional.ofNullable(row.getString("account")).map(AccountJson::read),
        row.getString("label"),
        Bytes.ofBase64Url(row.getString("challenge")),
        row.getString("options"),
        Instant.ofEpochMilli(row.getLong("begun")),
        Instant.ofEpochMilli(row.getLong("expires")),
        answered.flatMap(when -> digest.map(it -> new Ceremony.Answer(when, it))));
  }
}
