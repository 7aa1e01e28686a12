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

  private static final String INSERT =
      """
      INSERT INTO ceremony (challenge, kind, user_handle, account, label, options, begun, expires,
        answered, answer_digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UNLESS_SPENT =
      """
      ON CONFLICT (challenge) DO UPDATE
        SET answered = excluded.answered, answer_digest = excluded.answer_digest
        WHERE ceremony.answered IS NULL
      """;

  private final Statements statements;
  private final Handle handle;

  JdbcCeremonies(Statements statements) {
    this.statements = statements;
    this.handle = statements.handle();
  }

  @Override
  public void add(Ceremony ceremony) {
    insert(ceremony, Optional.empty(), "");
  }

  @Override
  public Optional<Ceremony> find(String id, CeremonyKind kind) {
    return statements.one(
        "SELECT * FROM ceremony WHERE challenge = ? AND kind = ?",
        JdbcCeremonies::ceremony,
        id,
        kind.name());
  }

  @Override
  public Optional<Ceremony.Answer> answer(Bytes challenge) {
    return statements
        .one(
            "SELECT answered, answer_digest FROM ceremony WHERE challenge = ?",
            JdbcCeremonies::answer,
            challenge.base64Url())
        .flatMap(it -> it);
  }

  @Override
  public Optional<Ceremony> withChallenge(Bytes challenge) {
    return statements.one(
        "SELECT * FROM ceremony WHERE challenge = ?",
        JdbcCeremonies::ceremony,
        challenge.base64Url());
  }

  /** One statement, so that of several replicas exactly one wins. */
  @Override
  public boolean spend(Ceremony ceremony, Ceremony.Answer answer) {
    return insert(ceremony, Optional.of(answer), UNLESS_SPENT) == 1;
  }

  private int insert(Ceremony ceremony, Optional<Ceremony.Answer> answer, String onConflict) {
    return statements.update(
        INSERT + onConflict,
        ceremony.id(),
        ceremony.kind().name(),
        ceremony.userHandle().map(Bytes::base64Url).orElse(null),
        ceremony.newcomer().map(AccountJson::write).orElse(null),
        ceremony.label(),
        ceremony.optionsJson(),
        ceremony.begun().toEpochMilli(),
        ceremony.expires().toEpochMilli(),
        answer.map(it -> it.when().toEpochMilli()).orElse(null),
        answer.map(it -> it.digest().base64Url()).orElse(null));
  }

  /** They stay in the table: a ceremony that comes as a token would be inserted again. */
  @Override
  public void endRegistrations(Bytes userHandle, Instant now) {
    Ceremony.Answer none = Ceremony.Answer.none(now);
    int _ =
        statements.update(
            """
            UPDATE ceremony SET answered = ?, answer_digest = ?
            WHERE user_handle = ? AND kind = 'REGISTRATION' AND answered IS NULL
            """,
            none.when().toEpochMilli(),
            none.digest().base64Url(),
            userHandle.base64Url());
  }

  @Override
  public void forgetExpiredBefore(Instant when) {
    handle.execute("DELETE FROM ceremony WHERE expires < ?", when.toEpochMilli());
  }

  private static Ceremony ceremony(ResultSet row) throws SQLException {
    return new Ceremony(
        CeremonyKind.valueOf(row.getString("kind")),
        Columns.base64Url(row, "user_handle"),
        Optional.ofNullable(row.getString("account")).map(AccountJson::read),
        row.getString("label"),
        Bytes.ofBase64Url(row.getString("challenge")),
        row.getString("options"),
        Instant.ofEpochMilli(row.getLong("begun")),
        Instant.ofEpochMilli(row.getLong("expires")),
        answer(row));
  }

  private static Optional<Ceremony.Answer> answer(ResultSet row) throws SQLException {
    Optional<Instant> answered = Columns.instant(row, "answered");
    Optional<Bytes> digest = Columns.base64Url(row, "answer_digest");
    return answered.flatMap(when -> digest.map(it -> new Ceremony.Answer(when, it)));
  }
}
