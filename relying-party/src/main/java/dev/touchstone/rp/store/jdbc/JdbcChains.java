package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.chain.ChainLink;
import dev.touchstone.rp.audit.chain.Chains;
import dev.touchstone.rp.audit.chain.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The chains in the tables {@code audit} and {@code audit_checkpoint}. */
final class JdbcChains implements Chains {

  private final Handle handle;

  JdbcChains(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<String> writers() {
    TreeSet<String> writers =
        new TreeSet<>(
            handle
                .createQuery("SELECT DISTINCT writer FROM audit_checkpoint")
                .mapTo(String.class)
                .list());
    // From one writer to the next by the index: DISTINCT would read millions of rows.
    Optional<String> next = writerAfter("");
    while (next.isPresent()) {
      writers.add(next.get());
      next = writerAfter(next.get());
    }
    return new ArrayList<>(writers);
  }

  private Optional<String> writerAfter(String writer) {
    return handle
        .createQuery("SELECT writer FROM audit WHERE writer > ? ORDER BY writer LIMIT 1")
        .bind(0, writer)
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public Optional<ChainLink> end(String writer) {
    return handle
        .createQuery("SELECT seq, hash FROM audit WHERE writer = ? ORDER BY seq DESC LIMIT 1")
        .bind(0, writer)
        .map((row, context) ->
            new ChainLink(writer, row.getLong("seq"), Bytes.of(row.getBytes("hash"))))
        .findOne();
  }

  @Override
  public List<AuditRow> rows(String writer, long after, int limit) {
    return handle
        .createQuery("SELECT * FROM audit WHERE writer = ? AND seq > ? ORDER BY seq LIMIT ?")
        .bind(0, writer)
        .bind(1, after)
        .bind(2, limit)
        .map((row, context) -> AuditColumns.row(row))
        .list();
  }

  @Override
  public long count(String writer, long upTo) {
    return handle
        .createQuery("SELECT count(*) FROM audit WHERE writer = ? AND seq <= ?")
        .bind(0, writer)
        .bind(1, upTo)
        .mapTo(long.class)
        .one();
  }

  @Override
  public OptionalLong firstSince(String writer, Instant when) {
    return handle
        .createQuery("SELECT seq FROM audit WHERE writer = ? AND at >= ? ORDER BY seq LIMIT 1")
        .bind(0, writer)
        .bind(1, when.toEpochMilli())
        .mapTo(long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public List<Checkpoint> checkpoints(String writer) {
    return handle
        .createQuery("SELECT * FROM audit_checkpoint WHERE writer = ? ORDER BY seq, kind")
        .bind(0, writer)
        .map((row, context) -> checkpoint(row))
        .list();
  }

  @Override
  public void add(Checkpoint checkpoint) {
    handle.execute(
        "DELETE FROM audit_checkpoint WHERE writer = ? AND seq = ? AND kind = ?",
        checkpoint.writer(),
        checkpoint.seq(),
        checkpoint.kind().word());
    handle.execute(
        """
        INSERT INTO audit_checkpoint (writer, seq, kind, at, hash, key_id, signature)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        checkpoint.writer(),
        checkpoint.seq(),
        checkpoint.kind().word(),
        checkpoint.at().toEpochMilli(),
        checkpoint.hash().toArray(),
        checkpoint.keyId(),
        checkpoint.signature().toArray());
  }

  @Override
  public long remove(String writer, long upTo) {
    handle.execute("DELETE FROM audit_checkpoint WHERE writer = ? AND seq < ?", writer, upTo);
    return handle.execute("DELETE FROM audit WHERE writer = ? AND seq <= ?", writer, upTo);
  }

  @Override
  public Map<String, Long> sent(String receiver) {
    return handle
        .createQuery("SELECT writer, seq FROM audit_receiver WHERE receiver = ?")
        .bind(0, receiver)
        .map((row, context) -> Map.entry(row.getString("writer"), row.getLong("seq")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void sent(String receiver, String writer, long upTo) {
    handle.execute(
        """
        INSERT INTO audit_receiver (receiver, writer, seq) VALUES (?, ?, ?)
        ON CONFLICT (receiver, writer) DO UPDATE SET seq = excluded.seq
        """,
        receiver,
        writer,
        upTo);
  }

  private static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(
        row.getString("writer"),
        row.getLong("seq"),
        row.getString("kind").equals(Checkpoint.Kind.RETAINED.word())
            ? Checkpoint.Kind.RETAINED
            : Checkpoint.Kind.SIGNED,
        Instant.ofEpochMilli(row.getLong("at")),
        Bytes.of(row.getBytes("hash")),
        row.getString("key_id"),
        Bytes.of(row.getBytes("signature")));
  }
}
