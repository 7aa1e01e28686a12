package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditLog;
import dev.touchstone.rp.audit.AuditPage;
import dev.touchstone.rp.audit.AuditPlace;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Questions to the table {@code audit}. */
final class JdbcAuditLog implements AuditLog {

  private final Handle handle;

  JdbcAuditLog(Handle handle) {
    this.handle = handle;
  }

  @Override
  public AuditPage page(AuditFilter filter, Order order, Optional<AuditPlace> after, int limit) {
    AuditSelection selection = new AuditSelection(filter, order, after);
    List<AuditRow> rows =
        selection
            .rows(handle)
            .bind("limit", limit)
            .map((row, context) -> AuditColumns.row(row))
            .list();
    return new AuditPage(
        rows, rows.size() == limit ? Optional.of(AuditPlace.of(rows.getLast())) : end(selection));
  }

  private Optional<AuditPlace> end(AuditSelection selection) {
    return selection
        .end(handle)
        .map((row, context) ->
            new AuditPlace(row.getLong("at"), row.getString("writer"), row.getLong("seq")))
        .findOne();
  }

  @Override
  public List<AddressSpread> severalAddresses(Instant since, int limit) {
    return handle
        .createQuery(
            """
            SELECT subject, count(DISTINCT address) AS addresses, count(*) AS sign_ins,
              min(at) AS first, max(at) AS last
            FROM audit
            WHERE at >= :since AND event = :event AND outcome = :outcome AND address <> ''
              AND subject <> ''
            GROUP BY subject
            HAVING count(DISTINCT address) > 1
            ORDER BY addresses DESC, sign_ins DESC, subject
            LIMIT :limit
            """)
        .bind("since", since.toEpochMilli())
        .bind("event", AuditEvents.SIGN_IN_COMPLETE)
        .bind("outcome", Outcome.SUCCEEDED.word())
        .bind("limit", limit)
        .map((row, context) ->
            new AddressSpread(
                row.getString("subject"),
                row.getLong("addresses"),
                row.getLong("sign_ins"),
                Instant.ofEpochMilli(row.getLong("first")),
                Instant.ofEpochMilli(row.getLong("last"))))
        .list();
  }
}
