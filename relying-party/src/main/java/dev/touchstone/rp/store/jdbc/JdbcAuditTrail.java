package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditTrail;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in the table {@code audit}, each with the hash of the one before it in its own. */
final class JdbcAuditTrail implements AuditTrail {

  private final Statements statements;
  private final String writer;
  private @Nullable Link end;

  JdbcAuditTrail(Statements statements, String writer) {
    this.statements = statements;
    this.writer = writer;
  }

  private record Link(long seq, Bytes hash) {}

  @Override
  public void append(AuditEvent event) {
    Link last = end == null ? stored() : end;
    long seq = last.seq() + 1;
    String detail = detail(event);
    Bytes hash = last.hash().plus(Bytes.ofUtf8(writer + seq + event + detail)).sha256();
    statements.update(
        """
        INSERT INTO audit (writer, seq, at, event, outcome, actor, subject, credential, address,
          agent, reason, detail, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        writer,
        seq,
        event.at().toEpochMilli(),
        event.event(),
        event.outcome().word(),
        event.caller().actor(),
        event.subject(),
        event.credential(),
        event.caller().address(),
        event.caller().agent(),
        event.reason(),
        detail,
        hash.toArray());
    end = new Link(seq, hash);
  }

  private Link stored() {
    return statements
        .one(
            "SELECT seq, hash FROM audit WHERE writer = ? ORDER BY seq DESC LIMIT 1",
            row -> new Link(row.getLong("seq"), Bytes.of(row.getBytes("hash"))),
            writer)
        .orElse(new Link(0, Bytes.of(new byte[32])));
  }

  private static String detail(AuditEvent event) {
    return new TreeMap<>(event.detail())
        .entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(" "));
  }
}
