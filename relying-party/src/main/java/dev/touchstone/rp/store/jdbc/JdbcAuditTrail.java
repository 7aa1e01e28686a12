package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.AuditTrail;
import dev.touchstone.rp.audit.chain.ChainLink;
import dev.touchstone.rp.audit.chain.RowHash;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the table {@code audit}, each with the hash of the one before it in its own. It asks for
 * the end of the chain once and then goes on from the row it wrote last: it lives for one
 * transaction, and not beyond a rollback to a savepoint in it.
 */
final class JdbcAuditTrail implements AuditTrail {

  private static final String END =
      "SELECT seq, hash FROM audit WHERE writer = ? ORDER BY seq DESC LIMIT 1";

  private static final String INSERT =
      """
      INSERT INTO audit (writer, seq, at, event, outcome, actor, subject, credential, address,
        agent, reason, detail, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Statements statements;
  private final String writer;
  private @Nullable ChainLink last;

  JdbcAuditTrail(Statements statements, String writer) {
    this.statements = statements;
    this.writer = writer;
  }

  @Override
  public void append(AuditEvent event) {
    ChainLink before = last == null ? end() : last;
    AuditRow row = AuditRow.of(writer, before.seq() + 1, event);
    Bytes hash = RowHash.of(before.hash(), row);
    statements.update(
        INSERT,
        row.writer(),
        row.seq(),
        row.at(),
        row.event(),
        row.outcome(),
        row.actor(),
        row.subject(),
        row.credential(),
        row.address(),
        row.agent(),
        row.reason(),
        row.detail(),
        hash.toArray());
    last = new ChainLink(writer, row.seq(), hash);
  }

  private ChainLink end() {
    return statements
        .one(END, row -> new ChainLink(writer, row.getLong(1), Bytes.of(row.getBytes(2))), writer)
        .orElse(ChainLink.beginningOf(writer));
  }
}
